"""What buttons carry: ids and option numbers, at most 64 bytes. Changing fields means a new prefix.

Numbers that a press sets (guests, seats) are the wished-for result, not a step, so that a second press changes nothing.
"""

import re
from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from aiogram.types import Update
from pydantic import Field

from domain.seats import Answer

Id = Annotated[int, Field(ge=0, lt=2**53)]
"""An id; what no database could hold does not parse, and the last-resort router answers it."""
ChatId = Annotated[int, Field(gt=-(2**53), lt=2**53)]
Number = Annotated[int, Field(ge=-1, le=100_000)]
"""An option or a quantity; −1 where a class says so."""
Page = Annotated[int, Field(ge=0, le=100_000)]

ANSWERS = (Answer.GOING, Answer.MAYBE, Answer.DECLINED)
"""An answer travels as its number here."""


# --- the menu, the list of events, the card ---------------------------------------------------------------------


class MenuOpen(CallbackData, prefix="menu"):
    """The first screen again."""


class EventList(CallbackData, prefix="evl"):
    """A page of the coming events."""

    page: Page = 0


class EventOpen(CallbackData, prefix="ev"):
    """The event's card in place of this message."""

    event_id: Id


class EventMore(CallbackData, prefix="evm"):
    """The long texts of the card."""

    event_id: Id


class EventCalendar(CallbackData, prefix="evc"):
    """The event as a calendar file."""

    event_id: Id


# --- the event form (handlers/new_event) ------------------------------------------------------------------------


class EventNew(CallbackData, prefix="evn"):
    """Starts registering an event."""


class EventFresh(CallbackData, prefix="evnf"):
    """Starts another event though a draft waits."""


class EventChange(CallbackData, prefix="evch"):
    """Starts changing a published event."""

    event_id: Id


class EventMove(CallbackData, prefix="evmv"):
    """Starts moving a published event to another time."""

    event_id: Id


class EventMoveTo(CallbackData, prefix="evmt"):
    """Starts moving an event to the time that the partner proposed."""

    event_id: Id
    partner_id: Id


class EventAgree(CallbackData, prefix="eva"):
    """Registers the event of a draft for its partners alone, who are asked first."""

    draft: Id
    revision: Id


class EventPublish(CallbackData, prefix="evp"):
    """Announces an event that was being agreed. Asks first (`sure` 0) if somebody has not confirmed."""

    event_id: Id
    sure: Number


class DraftParts(CallbackData, prefix="dp"):
    """The partners of a draft and their parts."""

    draft: Id
    page: Page = 0


class DraftPart(CallbackData, prefix="dpo"):
    draft: Id
    partner_id: Id


class DraftPartSet(CallbackData, prefix="dps"):
    """Another part of the partner, by its number."""

    draft: Id
    partner_id: Id
    part: Number


class DraftPartWant(CallbackData, prefix="dpw"):
    """The partner is asked to bring something (its number), or no longer."""

    draft: Id
    partner_id: Id
    item: Number
    on: Number


# --- a partner's part in an event (handlers/joint) ---------------------------------------------------------------
# `marks`: what the partner brings, a bit for each of `domain.partner.BRINGS`. Nothing but the button keeps them until
# the partner has accepted.


class PartOpen(CallbackData, prefix="pt"):
    """To who acts for the partner: its part, to be agreed."""

    event_id: Id
    partner_id: Id


class PartTicks(CallbackData, prefix="ptt"):
    """The same screen with these things ticked."""

    event_id: Id
    partner_id: Id
    marks: Number


class PartAccept(CallbackData, prefix="pta"):
    event_id: Id
    partner_id: Id
    marks: Number


class PartDecline(CallbackData, prefix="ptd"):
    """Declines for one of the usual reasons, by its number; −1 = asks which."""

    event_id: Id
    partner_id: Id
    why: Number


class PartTime(CallbackData, prefix="ptm"):
    """Wants to propose another time."""

    event_id: Id
    partner_id: Id


class PartList(CallbackData, prefix="ptl"):
    """Parts that wait for an answer of the person's partners."""


class PartSee(CallbackData, prefix="pts"):
    """To staff: the partner's part, and what it has said."""

    event_id: Id
    partner_id: Id


class PartSet(CallbackData, prefix="ptp"):
    """Another part of the partner, by its number."""

    event_id: Id
    partner_id: Id
    part: Number


class PartWant(CallbackData, prefix="ptw"):
    """The partner is asked to bring something (its number), or no longer."""

    event_id: Id
    partner_id: Id
    item: Number
    on: Number


class PartKeep(CallbackData, prefix="ptk"):
    """The event stays at its time, whatever the partner would rather have."""

    event_id: Id
    partner_id: Id


# --- proposals of partners (handlers/proposals) ------------------------------------------------------------------


class ProposalList(CallbackData, prefix="idl"):
    """What the person's partners have proposed."""


class ProposalOpen(CallbackData, prefix="ido"):
    proposal_id: Id


class ProposalFix(CallbackData, prefix="idf"):
    """Corrects a proposal that has come back."""

    proposal_id: Id


class ProposalTake(CallbackData, prefix="idt"):
    """Takes it into work: a draft of the library's own form."""

    proposal_id: Id


class ProposalReturn(CallbackData, prefix="idr"):
    """Wants to return it with a remark."""

    proposal_id: Id


class ProposalDecline(CallbackData, prefix="idd"):
    """Declines it for one of the usual reasons, by its number; −1 = asks which."""

    proposal_id: Id
    why: Number


# --- answering --------------------------------------------------------------------------------------------------


class RsvpAnswer(CallbackData, prefix="ra"):
    """An answer to an invitation; `answer` is its number in `ANSWERS`."""

    event_id: Id
    answer: Number


class RsvpGuests(CallbackData, prefix="rg"):
    """How many guests come along."""

    event_id: Id
    guests: Number


class RsvpWhy(CallbackData, prefix="rw"):
    """Wants to say why not."""

    event_id: Id


class RsvpColleague(CallbackData, prefix="rc"):
    """Wants a link for a colleague to come instead."""

    event_id: Id


class RsvpInstead(CallbackData, prefix="ri"):
    """Comes instead of a colleague, by the token of the link."""

    event_id: Id
    token: str


class MyList(CallbackData, prefix="my"):
    """A page of the person's own answers."""

    page: Page = 0


# --- consent ----------------------------------------------------------------------------------------------------


class ConsentTick(CallbackData, prefix="ctk"):
    """The consent screen with these ticks. Nothing but the button itself keeps them. `goal`: see handlers/goals.py."""

    adult: Number
    naming: Number
    goal: str = ""


class ConsentGive(CallbackData, prefix="cgv"):
    """Consents, with these ticks."""

    adult: Number
    naming: Number
    goal: str = ""


class ConsentRefuse(CallbackData, prefix="cno"):
    """Does not consent."""


# --- managing an event ------------------------------------------------------------------------------------------


class ManageOpen(CallbackData, prefix="mg"):
    event_id: Id


class ManageLink(CallbackData, prefix="mgl"):
    event_id: Id


class ManageInvite(CallbackData, prefix="mgi"):
    event_id: Id
    page: Page = 0


class InvitePartner(CallbackData, prefix="mgip"):
    """A personal link for somebody who acts for the partner."""

    event_id: Id
    partner_id: Id


class ManageGroups(CallbackData, prefix="mgg"):
    event_id: Id
    page: Page = 0


class GroupPost(CallbackData, prefix="mggp"):
    """Posts the card in a group or channel."""

    event_id: Id
    chat_id: ChatId


class GuestList(CallbackData, prefix="mgu"):
    event_id: Id
    page: Page = 0


class GuestPage(CallbackData, prefix="mgn"):
    """Names of who answered, on a page."""

    event_id: Id


class PeopleList(CallbackData, prefix="gl"):
    """The list of participants: whom partners send."""

    event_id: Id
    page: Page = 0


class PeopleMark(CallbackData, prefix="glm"):
    """Everybody who acts for a partner of the event, to be ticked."""

    event_id: Id
    page: Page = 0


class PeopleNote(CallbackData, prefix="gln"):
    """Notes that the representative comes (1), or no longer (0)."""

    event_id: Id
    rep_id: Id
    on: Number
    page: Page = 0


class PeopleGroup(CallbackData, prefix="glg"):
    """Wants to add a group without names."""

    event_id: Id


class PeopleDrop(CallbackData, prefix="gld"):
    """Takes a group off the list; 0 = asks which."""

    event_id: Id
    group_id: Id


class QueueList(CallbackData, prefix="mgq"):
    event_id: Id
    page: Page = 0


class RefusalList(CallbackData, prefix="mgr"):
    """Who said no, and why."""

    event_id: Id
    page: Page = 0


class SeatPick(CallbackData, prefix="mgs"):
    """Wants to seat this member out of turn."""

    event_id: Id
    member_id: Id


class SeatWhy(CallbackData, prefix="mgsw"):
    """Seats the member for one of the usual reasons, by its number."""

    event_id: Id
    member_id: Id
    why: Number


class CapacityOpen(CallbackData, prefix="mgk"):
    event_id: Id


class CapacitySet(CallbackData, prefix="mgks"):
    """The capacity from now on; 0 = no limit."""

    event_id: Id
    capacity: Number


class DeliveryOpen(CallbackData, prefix="mgd"):
    """Who could not be told."""

    event_id: Id


class CancelAsk(CallbackData, prefix="mgx"):
    event_id: Id


class CancelPreview(CallbackData, prefix="mgxp"):
    """What cancelling for one of the usual reasons (its number) would do."""

    event_id: Id
    why: Number


class CancelDo(CallbackData, prefix="mgxd"):
    """Cancels; `why` −1 = the reason typed before."""

    event_id: Id
    why: Number


# --- letters to many (handlers/writing) -------------------------------------------------------------------------


class WriteEvent(CallbackData, prefix="wre"):
    """Starts a letter to an event's people: its guests (0), or its partners that have not answered (1)."""

    event_id: Id
    whom: Number


class WritePartners(CallbackData, prefix="wrp"):
    """Starts a letter to the partners that the list shows (`PartnerList`)."""

    sector: Number = -1
    branch_id: Id = 0
    grade: Number = -1
    silent: Number = 0
    only: Number = 0


class WriteText(CallbackData, prefix="wrt"):
    """Wants to write another text."""

    letter_id: Id


class WriteTrial(CallbackData, prefix="wry"):
    """The letter to oneself."""

    letter_id: Id


class WriteSend(CallbackData, prefix="wrs"):
    """Confirms the letter as it was shown: `revision`."""

    letter_id: Id
    revision: Id


class WriteDrop(CallbackData, prefix="wrx"):
    letter_id: Id


class WriteStop(CallbackData, prefix="wrq"):
    """Takes back what has not left yet."""

    letter_id: Id


class WhomOpen(CallbackData, prefix="ww"):
    """Who is left out: a page of partners."""

    letter_id: Id
    page: Page = 0


class WhomPartner(CallbackData, prefix="wwp"):
    """A partner taken out (1) or in again (0)."""

    letter_id: Id
    partner_id: Id
    out: Number
    page: Page = 0


class WhomSectors(CallbackData, prefix="wws"):
    letter_id: Id


class WhomSector(CallbackData, prefix="wwst"):
    """A sector (its number) taken out (1) or in again (0)."""

    letter_id: Id
    sector: Number
    out: Number


class WhomState(CallbackData, prefix="wwg"):
    """Guests who said this (its number) wanted (1) or not (0)."""

    letter_id: Id
    state: Number
    wanted: Number


class WhomRest(CallbackData, prefix="wwr"):
    """Leaves in peace (1) who was written to lately, or not (0)."""

    letter_id: Id
    on: Number


class LetterList(CallbackData, prefix="wl"):
    """A page of letters that were sent."""

    page: Page = 0


class LetterOpen(CallbackData, prefix="wlo"):
    """How a letter stands."""

    letter_id: Id


class LetterText(CallbackData, prefix="wlt"):
    """What was written."""

    letter_id: Id


class LetterCalls(CallbackData, prefix="wlc"):
    """Whom to telephone."""

    letter_id: Id
    page: Page = 0


class LetterEvent(CallbackData, prefix="wlv"):
    """The card of the event that a letter speaks of, below the letter."""

    event_id: Id


# --- settings and personal data ---------------------------------------------------------------------------------


class SettingsOpen(CallbackData, prefix="set"):
    pass


class LanguageSet(CallbackData, prefix="setl"):
    """The language by its number in the library's list."""

    number: Number


class ReminderSet(CallbackData, prefix="setr"):
    """A kind of reminder (its number) on (1) or off (0)."""

    kind: Number
    wanted: Number


class PrivacyOpen(CallbackData, prefix="pv"):
    pass


class PrivacyText(CallbackData, prefix="pvt"):
    pass


class PrivacyFile(CallbackData, prefix="pvf"):
    """All that is kept, as a file."""


class PrivacyName(CallbackData, prefix="pvc"):
    """Wants to correct the name."""


class PrivacySigned(CallbackData, prefix="pvs"):
    """The text of one consent, by its number among those that the person gave."""

    number: Number


class PrivacyWithdraw(CallbackData, prefix="pvw"):
    """Taking a consent back, by its number in `handlers.privacy.ORDER`: asks (0), does it (1)."""

    purpose: Number
    sure: Number


class StayHere(CallbackData, prefix="stay"):
    """Has been silent for long, and wants to stay."""


class ActOpen(CallbackData, prefix="act"):
    """An act of destruction."""

    number: Id


class PrivacyErase(CallbackData, prefix="pve"):
    """Being forgotten: asks (0), does it (1)."""

    sure: Number


# --- staff and branches -----------------------------------------------------------------------------------------


class StaffOpen(CallbackData, prefix="st"):
    page: Page = 0


class StaffPerson(CallbackData, prefix="stp"):
    member_id: Id


class StaffTake(CallbackData, prefix="stt"):
    """Takes a role away: its number, and its branch (0 = the whole system). Asks first (`sure` 0)."""

    member_id: Id
    role: Number
    branch_id: Id
    sure: Number


class StaffGrant(CallbackData, prefix="stg"):
    """Giving a role: which one (−1 = asks which); then for which branch."""

    role: Number
    page: Page = 0


class StaffLink(CallbackData, prefix="stl"):
    """A one-use link into a role; `branch_id` 0 = the whole system."""

    role: Number
    branch_id: Id


class StaffPage(CallbackData, prefix="stn"):
    """Names, on a page of the bot's own."""


class AuditList(CallbackData, prefix="aud"):
    """Who changed what; `about` is the number of a group of subjects (handlers/trail.py), −1 = everything."""

    about: Number = -1
    page: Page = 0


class BranchList(CallbackData, prefix="br"):
    page: Page = 0


class BranchOpen(CallbackData, prefix="bro"):
    branch_id: Id


class BranchEdit(CallbackData, prefix="bre"):
    """Wants to change a field of the branch, by its number; `branch_id` 0 = a new branch."""

    branch_id: Id
    field: Number


class HallDrop(CallbackData, prefix="brh"):
    """Drops a hall. Asks first (`sure` 0)."""

    branch_id: Id
    hall_id: Id
    sure: Number


# --- who asks to represent an organisation (handlers/rep_asking.py, handlers/rep_requests.py) -------------------


class RepAsk(CallbackData, prefix="rqa"):
    """«Представляю организацию»."""


class RepRequests(CallbackData, prefix="rql"):
    """Requests that wait for a word."""

    page: Page = 0


class RepRequestOpen(CallbackData, prefix="rqo"):
    request_id: Id


class RepRequestApprove(CallbackData, prefix="rqy"):
    """Approves; `partner_id` says which organisation of the register is meant, 0 = what the request says."""

    request_id: Id
    partner_id: Id


class RepRequestDecline(CallbackData, prefix="rqn"):
    request_id: Id


class MyPartners(CallbackData, prefix="mo"):
    """The organisations that the person represents."""


class MyPartner(CallbackData, prefix="moo"):
    partner_id: Id


class MyPartnerLeave(CallbackData, prefix="mol"):
    """No longer represents it: asks (0), does it (1), does it with a link for a successor (2)."""

    partner_id: Id
    how: Number


# --- personal links and who came in by them (handlers/links.py) -------------------------------------------------


class LinkList(CallbackData, prefix="lk"):
    """Open links into a partner; `partner_id` 0 = into the staff."""

    partner_id: Id
    page: Page = 0


class LinkMake(CallbackData, prefix="lkm"):
    """A link for somebody of the register; `rep_id` 0 = for whoever it is handed to."""

    partner_id: Id
    rep_id: Id


class LinkRevoke(CallbackData, prefix="lkr"):
    token: str


class LinkDeny(CallbackData, prefix="lkd"):
    """«Это не он»: whoever came in by the link is not who was meant."""

    token: str


# --- the register of partners (handlers/partners) ---------------------------------------------------------------
# What a list is narrowed by travels in its buttons: `sector`, `grade` by number (−1 = any), `branch_id` (0 = any),
# `silent` in months (0 = any), `only` as a sum of 1 (nobody to write to) and 2 (in the archive).


class PartnerList(CallbackData, prefix="pl"):
    """A page of the register, narrowed."""

    page: Page = 0
    sector: Number = -1
    branch_id: Id = 0
    grade: Number = -1
    silent: Number = 0
    only: Number = 0


class PartnerPick(CallbackData, prefix="plp"):
    """What to narrow the list by: the options of `what` (its number in `handlers.partners.narrowing`)."""

    what: Number
    page: Page = 0
    sector: Number = -1
    branch_id: Id = 0
    grade: Number = -1
    silent: Number = 0
    only: Number = 0


class PartnerOpen(CallbackData, prefix="po"):
    partner_id: Id


class PartnerNew(CallbackData, prefix="pon"):
    """Starts the card of an organisation; `fresh` 1 though one waits half done."""

    fresh: Number = 0


class PartnerChange(CallbackData, prefix="poc"):
    partner_id: Id


class PartnerArchive(CallbackData, prefix="poa"):
    """Into the archive. Asks first (`sure` 0)."""

    partner_id: Id
    sure: Number


class PartnerRestore(CallbackData, prefix="por"):
    """Out of the archive again."""

    partner_id: Id


class RepList(CallbackData, prefix="pr"):
    """Who acts for the partner."""

    partner_id: Id
    page: Page = 0


class RepOpen(CallbackData, prefix="pro"):
    rep_id: Id


class RepNew(CallbackData, prefix="prn"):
    partner_id: Id
    fresh: Number = 0


class RepChange(CallbackData, prefix="prc"):
    rep_id: Id


class RepPrimary(CallbackData, prefix="prp"):
    """Makes the representative the primary."""

    rep_id: Id


class RepRemove(CallbackData, prefix="prx"):
    """Takes the representative away. Asks first (`sure` 0)."""

    rep_id: Id
    sure: Number


class AgreementList(CallbackData, prefix="pa"):
    """The partner's agreements."""

    partner_id: Id
    page: Page = 0


class AgreementOpen(CallbackData, prefix="pao"):
    agreement_id: Id


class AgreementNew(CallbackData, prefix="pan"):
    partner_id: Id
    fresh: Number = 0


class AgreementChange(CallbackData, prefix="pac"):
    agreement_id: Id


class AgreementRemove(CallbackData, prefix="pax"):
    """Takes the agreement away. Asks first (`sure` 0)."""

    agreement_id: Id
    sure: Number


class AgreementsEnding(CallbackData, prefix="pae"):
    """Agreements that run out soon."""

    page: Page = 0


# --- spreadsheets of the register -------------------------------------------------------------------------------


class SheetsOpen(CallbackData, prefix="sh"):
    """How to bring a spreadsheet in, or take one."""


class SheetExport(CallbackData, prefix="she"):
    """The register as a file: CSV (1) or XLSX (0)."""

    as_csv: Number


class ImportShow(CallbackData, prefix="shi"):
    """What a file would do, as of now."""

    import_id: Id


class ImportPairs(CallbackData, prefix="shp"):
    """The first pair of organisations that look alike."""

    import_id: Id


class ImportPair(CallbackData, prefix="shs"):
    """Whether the organisation of a row is the same (1) as that one: its id, or another row below zero."""

    import_id: Id
    row: Number
    other: ChatId
    is_same: Number


class ImportApply(CallbackData, prefix="sha"):
    """Does what the file says."""

    import_id: Id


class ImportDrop(CallbackData, prefix="shx"):
    """Does not."""

    import_id: Id


# --- surveys: their authors' side (handlers/surveys/authoring…, results…) ------------------------------------------


class SurveysOpen(CallbackData, prefix="sv"):
    """A page of all surveys, for staff."""

    page: Page = 0


class QuestionnaireList(CallbackData, prefix="qn"):
    """A page of the questionnaires that a survey can be begun with."""

    page: Page = 0


class QuestionnaireOpen(CallbackData, prefix="qno"):
    questionnaire_id: Id


class QuestionnaireShipped(CallbackData, prefix="qns"):
    """Takes the questionnaire that comes with the bot."""


class QuestionnaireAll(CallbackData, prefix="qna"):
    """A page of all its questions, with their conditions."""

    questionnaire_id: Id
    page: Page = 0


class QuestionnaireTry(CallbackData, prefix="qnt"):
    """A walk through it that leaves no trace."""

    questionnaire_id: Id


class SurveyNew(CallbackData, prefix="svn"):
    """Starts a survey with the questionnaire; `fresh` 1 though one waits half done."""

    questionnaire_id: Id
    fresh: Number = 0


class SurveySee(CallbackData, prefix="svo"):
    """To staff: where a survey stands."""

    survey_id: Id


class SurveyClose(CallbackData, prefix="svc"):
    """Closes it before its time. Asks first (`sure` 0)."""

    survey_id: Id
    sure: Number


class SurveyExtend(CallbackData, prefix="svx"):
    """Asks for another closing moment."""

    survey_id: Id


class SurveySilent(CallbackData, prefix="svm"):
    """A page of who has not answered."""

    survey_id: Id
    page: Page = 0


class ResultsOpen(CallbackData, prefix="svr"):
    """A page of what the survey has brought."""

    survey_id: Id
    page: Page = 0


class ResultsGroups(CallbackData, prefix="svg"):
    """A page of it by sectors."""

    survey_id: Id
    page: Page = 0


class ResultsCompare(CallbackData, prefix="svw"):
    """A page of it beside the wave before."""

    survey_id: Id
    page: Page = 0


class ResultsFile(CallbackData, prefix="svf"):
    survey_id: Id


class ReviewNext(CallbackData, prefix="svq"):
    """The next open answer that nobody has looked at."""

    survey_id: Id


class ReviewSet(CallbackData, prefix="svk"):
    """Shows the answer (1) or hides it (0): of this response, as it was sent then, to the question by its place."""

    response_id: Id
    survey_id: Id
    revision: Page
    question: Number
    on: Number


# --- forms (handlers/forms) -------------------------------------------------------------------------------------
# `draft` is the draft's id, `question` the question's place in the form. `revision` is the draft's as it was shown: a
# press that settles something counts only for what the person had before their eyes.


class FormOption(CallbackData, prefix="fo"):
    """Chooses an option, by its number."""

    draft: Id
    question: Number
    option: Id


class FormTick(CallbackData, prefix="ft"):
    """Ticks (1) or unticks (0) an option."""

    draft: Id
    question: Number
    option: Id
    on: Number


class FormPage(CallbackData, prefix="fp"):
    """Another page of the options."""

    draft: Id
    question: Number
    page: Page


class FormMonth(CallbackData, prefix="fm"):
    """Another month of the calendar: year × 12 + month − 1."""

    draft: Id
    question: Number
    month: Number


class FormDay(CallbackData, prefix="fd"):
    """A day as YYYYMMDD; 0 = an empty place."""

    draft: Id
    question: Number
    day: Id


class FormHour(CallbackData, prefix="fh"):
    """An hour of the day that was chosen, in minutes."""

    draft: Id
    question: Number
    minutes: Number


class FormAct(CallbackData, prefix="fa"):
    """What else can be done at a question, by its number in `handlers.forms.acts.Act`."""

    draft: Id
    question: Number
    act: Number
    revision: Id


class FormTurn(CallbackData, prefix="fq"):
    """Shows a question again."""

    draft: Id
    question: Number


class FormAnswers(CallbackData, prefix="fl"):
    """What can be changed."""

    draft: Id
    page: Page = 0


class FormPreview(CallbackData, prefix="fv"):
    """A page of the preview."""

    draft: Id
    page: Page = 0


class FormSubmit(CallbackData, prefix="fs"):
    draft: Id
    revision: Id


class FormLeave(CallbackData, prefix="fx"):
    """Wants to leave: asks (0), keeps the draft for later (1), deletes it (2)."""

    draft: Id
    how: Number


class FormResume(CallbackData, prefix="fr"):
    """Goes on with a draft."""

    draft: Id


# --- surveys (handlers/surveys) ---------------------------------------------------------------------------------


class SurveyList(CallbackData, prefix="sy"):
    """Surveys that are open to one's partners, and what they have answered before."""


class SurveyOpen(CallbackData, prefix="syo"):
    """Where the organisation stands with a survey."""

    survey_id: Id
    partner_id: Id


class SurveyBegin(CallbackData, prefix="syb"):
    """The form: as it stands (0), what was sent and what it leaves open (1), all anew (2), what was sent (3)."""

    survey_id: Id
    partner_id: Id
    how: Number = 0


class SurveyAnswers(CallbackData, prefix="sya"):
    """What was sent, to be read."""

    survey_id: Id
    partner_id: Id
    page: Page = 0


class SurveyLater(CallbackData, prefix="syl"):
    """Puts it off: asks until when (−1), or to tomorrow (0), for three days (1), to the last day (2)."""

    survey_id: Id
    partner_id: Id
    when: Number


# --- whose seats are wanted -------------------------------------------------------------------------------------

PRESSED = re.compile(r"(?:(?:ra|rg|ri):|cgv:\d:\d:[ec])(\d{1,15})(?!\d)")
TYPED = re.compile(r"/start(?:@\w+)? e(\d{1,15})-(?:going|maybe|declined)$")


def seat_event(update: Update) -> int | None:
    """The event whose seats this update wants, so that presses for one event keep their order of arrival."""
    query, message = update.callback_query, update.message
    if query is not None:
        found = PRESSED.match(query.data or "")
    else:
        found = TYPED.match(message.text or "") if message is not None else None
    return int(found[1]) if found else None
