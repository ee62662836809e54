-- Gives out turns to write, for all processes together: what may go is counted in the same step, by this clock alone.
--
-- KEYS: the beginning of every key.
-- ARGV: messages a second overall, a chat's burst, messages a minute in a group; the numbers of calls that came back,
--   of pauses, and of who waits; then of each call its place, its chat and how many messages it made, of each pause its
--   chat and milliseconds, and of each who waits a place, a chat, how many messages its call makes, and a kind: answer,
--   bulk, or look (takes nothing).
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

-- Milliseconds until a window has room for so many; `kept`: places that are kept for others.
local function window_wait(name, limit, messages, kept)
  redis.call('ZREMRANGEBYSCORE', name, '-inf', now)
  local number = redis.call('ZCARD', name)
  local over = number + math.min(messages, limit) - 1 + kept - limit
  if over < 0 then return 0 end
  local place = redis.call('ZRANGE', name, math.min(over, number - 1), math.min(over, number - 1), 'WITHSCORES')
  return place[2] and math.max(1, place[2] - now) or 1
end

-- Each message has a place of its own, until that moment.
local function take(name, place, messages, till)
  for nth = 1, messages do redis.call('ZADD', name, till, place .. '.' .. nth) end
  redis.call('PEXPIRE', name, till - now)
end

local function came_back(name, place, messages, till)
  for nth = 1, messages do redis.call('ZADD', name, 'XX', 'LT', till, place .. '.' .. nth) end
end

local function chat_full_at(chat)
  return tonumber(redis.call('GET', key('chat', chat)) or 0)
end

local function fill_chat(chat, full_at)
  redis.call('SET', key('chat', chat), full_at, 'PX', full_at - now)
end

-- Milliseconds until nothing is under way to the chat that may be counted behind what goes now.
local function rest_wait(chat)
  local last = redis.call('ZREVRANGE', key('under-way', chat), 0, 0, 'WITHSCORES')
  return last[2] and last[2] - now or 0
end

local function chat_wait(chat, messages)
  local ahead = math.max(0, burst - messages) * 1000
  local wait = math.max(0, chat_full_at(chat) - ahead - now, left('held', chat))
  if messages > burst then wait = math.max(wait, rest_wait(chat)) end
  return is_group(chat) and math.max(wait, window_wait(key('group', chat), group_most, messages, 0)) or wait
end

local function overall_wait(kind, messages)
  if kind == 'answer' then return window_wait(key('overall'), most, messages, 0) end
  redis.call('ZREMRANGEBYSCORE', key('asking'), '-inf', now)
  local own = math.max(left('bulk-held'), tonumber(redis.call('GET', key('bulk-from')) or 0) - now)
  return math.max(own, window_wait(key('overall'), most, messages, redis.call('ZCARD', key('asking'))))
end

local function go(place, chat, messages, kind)
  take(key('overall'), place, messages, now + GRACE + WINDOW)
  fill_chat(chat, math.max(now, chat_full_at(chat)) + messages * 1000)
  take(key('under-way', chat), place, 1, now + GRACE)
  if is_group(chat) then take(key('group', chat), place, messages, now + GRACE + GROUP_WINDOW) end
  if kind == 'answer' then
    for nth = 1, messages do redis.call('ZREM', key('asking'), place .. '.' .. nth) end
  else
    local from = math.max(tonumber(redis.call('GET', key('bulk-from')) or 0), now - CATCH_UP) + 1000 / most
    redis.call('SET', key('bulk-from'), from, 'PX', 2000)
  end
end

for _ = 1, calls do
  local place, chat, messages = read(), read(), tonumber(read())
  came_back(key('overall'), place, messages, now + WINDOW)
  fill_chat(chat, math.max(chat_full_at(chat), now + messages * 1000))
  redis.call('ZREM', key('under-way', chat), place .. '.1')
  if is_group(chat) then came_back(key('group', chat), place, messages, now + GROUP_WINDOW) end
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

-- Bulk comes last. Once there is no room for one, there is none for those behind it.
local answers, no_room = { flood }, 0
for _ = 1, waiting do
  local place, chat, messages, kind = read(), read(), tonumber(read()), read()
  local wait = kind == 'bulk' and no_room or 0
  if wait == 0 then wait = chat_wait(chat, messages) end
  if wait == 0 and kind ~= 'look' then
    wait = math.max(no_room, overall_wait(kind, messages))
    no_room = wait
    if wait == 0 then
      go(place, chat, messages, kind)
    elseif kind == 'answer' then
      take(key('asking'), place, messages, now + ASKING)
    end
  end
  table.insert(answers, math.ceil(wait))
end
return answers
