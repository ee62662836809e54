-- Gives out turns to write, for all processes together: what may go is counted in the same step, by this clock alone.
--
-- KEYS: the beginning of every key.
-- ARGV: messages a second overall, a chat's burst, messages a minute in a group; the numbers of calls that came back,
--   of pauses, and of who waits; then of each call its place and its chat, of each pause its chat and milliseconds, and
--   of each who waits a place, a chat and a kind: answer, bulk, or look (takes nothing).
-- Gives: 1 if all bulk is held from now on, else 0; then of each who waits the milliseconds until it may ask again, 0 =
--   it may go. The meaning of the limits is that of bot/pace.py.

local WINDOW, GROUP_WINDOW, GRACE = 1006, 60006, 2000
local ASKING, CATCH_UP, FLOOD, FLOOD_CHATS = 500, 50, 1000, 3

local at = redis.call('TIME')
local now = at[1] * 1000 + math.floor(at[2] / 1000)
local most, burst, group_most = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local calls, pauses, waiting = tonumber(ARGV[4]), tonumber(ARGV[5]), tonumber(ARGV[6])
local next_arg = 7

local function key(name, chat)
  return KEYS[1] .. ':' .. name .. (chat and ':' .. chat or '')
end

local function read()
  next_arg = next_arg + 1
  return ARGV[next_arg - 1]
end

local function is_group(chat)
  return string.sub(chat, 1, 1) == '-'
end

local function left(name, chat)
  return math.max(0, redis.call('PTTL', key(name, chat)))
end

-- Milliseconds until a window has room; `more`: places that are kept for others.
local function window_wait(name, limit, more)
  redis.call('ZREMRANGEBYSCORE', name, '-inf', now)
  local number = redis.call('ZCARD', name)
  local over = number + more - limit
  if over < 0 then return 0 end
  local place = redis.call('ZRANGE', name, math.min(over, number - 1), math.min(over, number - 1), 'WITHSCORES')
  return place[2] and math.max(1, place[2] - now) or 1
end

local function take(name, place, window)
  redis.call('ZADD', name, now + GRACE + window, place)
  redis.call('PEXPIRE', name, GRACE + window)
end

local function came_back(name, place, window)
  redis.call('ZADD', name, 'XX', 'LT', now + window, place)
end

local function chat_wait(chat)
  local full_at = tonumber(redis.call('GET', key('chat', chat)) or 0)
  local wait = math.max(0, full_at - (burst - 1) * 1000 - now, left('held', chat))
  return is_group(chat) and math.max(wait, window_wait(key('group', chat), group_most, 0)) or wait
end

local function overall_wait(kind)
  if kind == 'answer' then return window_wait(key('overall'), most, 0) end
  redis.call('ZREMRANGEBYSCORE', key('asking'), '-inf', now)
  local own = math.max(left('bulk-held'), tonumber(redis.call('GET', key('bulk-from')) or 0) - now)
  return math.max(own, window_wait(key('overall'), most, redis.call('ZCARD', key('asking'))))
end

local function go(place, chat, kind)
  take(key('overall'), place, WINDOW)
  local full_at = math.max(now, tonumber(redis.call('GET', key('chat', chat)) or 0)) + 1000
  redis.call('SET', key('chat', chat), full_at, 'PX', full_at - now)
  if is_group(chat) then take(key('group', chat), place, GROUP_WINDOW) end
  if kind == 'answer' then
    redis.call('ZREM', key('asking'), place)
  else
    local from = math.max(tonumber(redis.call('GET', key('bulk-from')) or 0), now - CATCH_UP) + 1000 / most
    redis.call('SET', key('bulk-from'), from, 'PX', 2000)
  end
end

for _ = 1, calls do
  local place, chat = read(), read()
  came_back(key('overall'), place, WINDOW)
  if is_group(chat) then came_back(key('group', chat), place, GROUP_WINDOW) end
end

local flood = 0
for _ = 1, pauses do
  local chat, pause = read(), tonumber(read())
  if pause > left('held', chat) then redis.call('SET', key('held', chat), 1, 'PX', pause) end
  redis.call('ZREMRANGEBYSCORE', key('floods'), '-inf', now - FLOOD)
  redis.call('ZADD', key('floods'), now, chat)
  redis.call('PEXPIRE', key('floods'), FLOOD)
  if redis.call('ZCARD', key('floods')) >= FLOOD_CHATS then
    flood = 1
    if pause > left('bulk-held') then redis.call('SET', key('bulk-held'), 1, 'PX', pause) end
  end
end

-- Bulk comes last: once there is no room for one, there is none for the others.
local answers, no_room = { flood }, 0
for _ = 1, waiting do
  local place, chat, kind = read(), read(), read()
  local wait = no_room
  if wait == 0 then wait = chat_wait(chat) end
  if wait == 0 and kind ~= 'look' then
    wait = overall_wait(kind)
    if wait == 0 then
      go(place, chat, kind)
    elseif kind == 'answer' then
      redis.call('ZADD', key('asking'), now + ASKING, place)
      redis.call('PEXPIRE', key('asking'), ASKING)
    else
      no_room = wait
    end
  end
  table.insert(answers, math.ceil(wait))
end
return answers
