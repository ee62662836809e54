"""Who may do what in chat, once: every command and every kind of button has its door here.

What has no door is closed. `handlers.doorkeeper` asks at each press and command anew; a test tries every door with
everybody. Whether an act is allowed to a role says `domain.rights`.
"""

from dataclasses import dataclass, replace

from aiogram.filters.callback_data import CallbackData

from domain.people import Person
from domain.rights import Act, may
from handlers import callbacks as press


@dataclass(frozen=True, slots=True)
class Door:
    """Opens to whoever may do one of the `acts` somewhere; without acts, to all who are `known`, or to everyone.

    `of_branch`: behind it the handler asks again for the branch concerned (`handlers.managed`). `shared`: may be
    pressed where others see the message too; all else concerns one person and their own chat.
    """

    known: bool = True
    acts: tuple[Act, ...] = ()
    of_branch: bool = False
    shared: bool = False


def may_do(*acts: Act) -> Door:
    return Door(acts=acts)


EVERYONE = Door(known=False)
KNOWN = Door()
EVENT = Door(acts=(Act.MANAGE_EVENT,), of_branch=True)
BEGINS = may_do(Act.REGISTER_EVENT, Act.PROPOSE_EVENT)
ANSWERS_PART = may_do(Act.ACT_FOR_PARTNER)
REGISTERS = may_do(Act.REGISTER_EVENT)
OFFICE = may_do(Act.MANAGE_STAFF, Act.EDIT_BRANCHES, Act.SEE_AUDIT)
STAFF = may_do(Act.MANAGE_STAFF)
BRANCHES = may_do(Act.EDIT_BRANCHES)
PARTNERS = may_do(Act.WRITE_TO_PARTNERS)
LETTERS = may_do(Act.WRITE_TO_PARTNERS, Act.MANAGE_EVENT)
INVITES = may_do(Act.INVITE_REPS)
ACTS = may_do(Act.ACT_FOR_PARTNER)
LINKS = may_do(Act.INVITE_REPS, Act.MANAGE_STAFF, Act.ACT_FOR_PARTNER)
REGISTER = may_do(Act.SEE_PARTNERS)
SHEETS = may_do(Act.IMPORT_PARTNERS)
REGISTER_TO_EDIT = may_do(Act.EDIT_PARTNERS)
HEALTH = may_do(Act.SEE_HEALTH)
SURVEYS = may_do(Act.MANAGE_SURVEYS)
HANDS_IN = may_do(Act.MANAGE_EVENT)

DOORS: dict[type[CallbackData] | str, Door] = {
    "start": EVERYONE,
    "help": EVERYONE,
    "events": EVERYONE,
    "new": BEGINS,
    "partners": REGISTER,
    "survey": EVERYONE,
    "my": KNOWN,
    "settings": KNOWN,
    "privacy": KNOWN,
    "staff": OFFICE,
    "health": HEALTH,
    "cancel": EVERYONE,
    # the menu, the list of events, the card
    press.MenuOpen: EVERYONE,
    press.EventList: EVERYONE,
    press.EventOpen: EVERYONE,
    press.EventMore: EVERYONE,
    press.EventCalendar: EVERYONE,
    # the event form
    press.EventNew: BEGINS,
    press.EventFresh: BEGINS,
    press.EventChange: EVENT,
    press.EventMove: EVENT,
    press.EventMoveTo: EVENT,
    press.EventAgree: REGISTERS,
    press.SeriesSave: REGISTERS,
    press.EventPublish: EVENT,
    press.EventReturn: EVENT,
    press.SeriesAdd: EVENT,
    press.SeriesAll: KNOWN,
    press.SeriesDates: KNOWN,
    press.SeriesOpen: EVENT,
    press.SeriesWeeks: EVENT,
    press.DoorCode: KNOWN,
    press.DoorDrop: EVENT,
    press.DoorGroup: EVENT,
    press.DoorMark: EVENT,
    press.DoorOpen: EVENT,
    press.DoorTake: KNOWN,
    press.DoorUnsigned: EVENT,
    press.DoorWalkIns: EVENT,
    press.ItemDrop: EVENT,
    press.ItemMinutes: EVENT,
    press.ItemOpen: EVENT,
    press.ItemShift: EVENT,
    press.ItemText: EVENT,
    press.ProgrammeOpen: EVENT,
    press.QuestionAdd: EVENT,
    press.QuestionDrop: EVENT,
    press.QuestionsOpen: EVENT,
    press.SignUpAsk: KNOWN,
    press.SpeakerPick: EVENT,
    press.SpeakerSet: EVENT,
    press.TalkDecide: EVENT,
    press.TalkList: EVENT,
    press.TalkOffer: KNOWN,
    press.TalksWanted: EVENT,
    press.EventRepeat: EVENT,
    press.TemplateKeep: EVENT,
    press.TemplateUse: REGISTERS,
    press.TemplateDrop: REGISTERS,
    press.WorkList: REGISTERS,
    press.ReportOpen: EVENT,
    press.ReportFill: EVENT,
    press.FeedbackList: EVENT,
    press.FeedbackGive: KNOWN,
    press.PeriodOpen: HANDS_IN,
    press.PeriodFile: HANDS_IN,
    press.DraftParts: REGISTERS,
    press.DraftPart: REGISTERS,
    press.DraftPartSet: REGISTERS,
    press.DraftPartWant: REGISTERS,
    # a partner's part: its own people answer, staff arranges
    press.PartOpen: ANSWERS_PART,
    press.PartTicks: ANSWERS_PART,
    press.PartAccept: ANSWERS_PART,
    press.PartDecline: ANSWERS_PART,
    press.PartTime: ANSWERS_PART,
    press.PartList: ANSWERS_PART,
    press.PartSee: EVENT,
    press.PartSet: EVENT,
    press.PartWant: EVENT,
    press.PartKeep: EVENT,
    # proposals: a partner's own, and of the branch concerned (asked again in `handlers.proposals.deciding`)
    press.ProposalList: ANSWERS_PART,
    press.ProposalOpen: BEGINS,
    press.ProposalFix: may_do(Act.PROPOSE_EVENT),
    press.ProposalTake: REGISTERS,
    press.ProposalReturn: REGISTERS,
    press.ProposalDecline: REGISTERS,
    # surveys: whom one acts for is asked again (`handlers.surveys.beginning.mine`)
    press.SurveyList: KNOWN,
    press.SurveyOpen: ANSWERS_PART,
    press.SurveyBegin: ANSWERS_PART,
    press.SurveyAnswers: ANSWERS_PART,
    press.SurveyLater: ANSWERS_PART,
    # answering
    press.RsvpAnswer: replace(EVERYONE, shared=True),
    press.RsvpGuests: KNOWN,
    press.RsvpWhy: KNOWN,
    press.RsvpColleague: KNOWN,
    press.RsvpInstead: EVERYONE,
    press.MyList: KNOWN,
    # consent: whoever is known already adds to it
    press.ConsentTick: EVERYONE,
    press.ConsentGive: EVERYONE,
    press.ConsentRefuse: EVERYONE,
    # managing an event
    press.ManageOpen: EVENT,
    press.ManageLink: EVENT,
    press.ManageInvite: EVENT,
    press.InvitePartner: EVENT,
    press.ManageGroups: EVENT,
    press.GroupPost: EVENT,
    press.GroupSend: EVENT,
    press.ChannelAsk: EVENT,
    press.AnnounceOpen: EVENT,
    press.AnnounceText: EVENT,
    press.AnnounceSheet: EVENT,
    press.AnnounceListed: EVENT,
    press.GuestList: EVENT,
    press.GuestPage: EVENT,
    press.PeopleList: EVENT,
    press.PeopleMark: EVENT,
    press.PeopleNote: EVENT,
    press.PeopleGroup: EVENT,
    press.PeopleDrop: EVENT,
    press.MinutesOpen: EVENT,
    press.MinutesItem: EVENT,
    press.MinutesPiece: EVENT,
    press.MinutesSave: EVENT,
    press.MinutesPast: EVENT,
    press.ActionNew: EVENT,
    press.ActionFor: EVENT,
    press.ActionList: EVENT,
    press.ActionDone: EVENT,
    press.ActionDrop: EVENT,
    press.ActionReport: ANSWERS_PART,
    press.PapersOpen: EVENT,
    press.PaperMake: EVENT,
    press.QueueList: EVENT,
    press.RefusalList: EVENT,
    press.SeatPick: EVENT,
    press.SeatWhy: EVENT,
    press.CapacityOpen: EVENT,
    press.CapacitySet: EVENT,
    press.DeliveryOpen: EVENT,
    press.CancelAsk: EVENT,
    press.CancelPreview: EVENT,
    press.CancelDo: EVENT,
    # letters to many: a draft is its author's alone (`handlers.writing.own`)
    press.WriteEvent: EVENT,
    press.WritePartners: PARTNERS,
    press.WriteText: LETTERS,
    press.WriteTrial: LETTERS,
    press.WriteSend: LETTERS,
    press.WriteDrop: LETTERS,
    press.WriteStop: LETTERS,
    press.WhomOpen: LETTERS,
    press.WhomPartner: LETTERS,
    press.WhomSectors: LETTERS,
    press.WhomSector: LETTERS,
    press.WhomState: LETTERS,
    press.WhomRest: LETTERS,
    press.LetterList: LETTERS,
    press.LetterOpen: LETTERS,
    press.LetterText: LETTERS,
    press.LetterCalls: LETTERS,
    press.LetterEvent: EVERYONE,
    # settings and personal data; who has been forgotten may still press what was there
    press.SettingsOpen: KNOWN,
    press.LanguageSet: KNOWN,
    press.ReminderSet: KNOWN,
    press.FeedOpen: KNOWN,
    press.FeedSet: KNOWN,
    press.BranchFeeds: may_do(Act.MANAGE_EVENT),
    press.BranchFeed: EVENT,
    press.BranchFeedSet: EVENT,
    press.PrivacyOpen: KNOWN,
    press.PrivacyText: EVERYONE,
    press.PrivacyFile: KNOWN,
    press.PrivacyName: KNOWN,
    press.PrivacySigned: KNOWN,
    press.PrivacyWithdraw: KNOWN,
    press.PrivacyErase: EVERYONE,
    press.StayHere: EVERYONE,
    press.ActOpen: may_do(Act.SEE_AUDIT),
    # staff and branches
    press.HealthOpen: HEALTH,
    press.StaffOpen: OFFICE,
    press.StaffPerson: STAFF,
    press.StaffTake: STAFF,
    press.StaffGrant: STAFF,
    press.StaffLink: STAFF,
    press.StaffPage: STAFF,
    press.AuditList: may_do(Act.SEE_AUDIT),
    press.BranchList: BRANCHES,
    press.BranchOpen: BRANCHES,
    press.BranchEdit: BRANCHES,
    press.HallDrop: BRANCHES,
    # who asks to represent an organisation
    press.RepAsk: EVERYONE,
    press.MyPartners: ACTS,
    press.MyPartner: ACTS,
    press.MyPartnerLeave: ACTS,
    press.RepRequests: INVITES,
    press.RepRequestOpen: INVITES,
    press.RepRequestApprove: INVITES,
    press.RepRequestDecline: INVITES,
    # personal links: whose they may be is asked again (`handlers.links`)
    press.LinkList: LINKS,
    press.LinkMake: LINKS,
    press.LinkRevoke: LINKS,
    press.LinkDeny: LINKS,
    # the register of partners
    press.PartnerList: REGISTER,
    press.PartnerPick: REGISTER,
    press.PartnerOpen: REGISTER,
    press.PartnerNew: REGISTER_TO_EDIT,
    press.PartnerChange: REGISTER_TO_EDIT,
    press.PartnerArchive: REGISTER_TO_EDIT,
    press.PartnerRestore: REGISTER_TO_EDIT,
    press.SheetsOpen: SHEETS,
    press.SheetExport: SHEETS,
    press.ImportShow: SHEETS,
    press.ImportPairs: SHEETS,
    press.ImportPair: SHEETS,
    press.ImportApply: SHEETS,
    press.ImportDrop: SHEETS,
    press.RepList: REGISTER,
    press.RepOpen: REGISTER,
    press.RepNew: REGISTER_TO_EDIT,
    press.RepChange: REGISTER_TO_EDIT,
    press.RepPrimary: REGISTER_TO_EDIT,
    press.RepRemove: REGISTER_TO_EDIT,
    press.RepReturn: REGISTER_TO_EDIT,
    press.AgreementList: REGISTER,
    press.AgreementOpen: REGISTER,
    press.AgreementNew: REGISTER_TO_EDIT,
    press.AgreementChange: REGISTER_TO_EDIT,
    press.AgreementRemove: REGISTER_TO_EDIT,
    press.AgreementReturn: REGISTER_TO_EDIT,
    press.AgreementsEnding: REGISTER,
    # surveys, as their authors see them
    press.SurveysOpen: SURVEYS,
    press.QuestionnaireList: SURVEYS,
    press.QuestionnaireOpen: SURVEYS,
    press.QuestionnaireShipped: SURVEYS,
    press.QuestionnaireAll: SURVEYS,
    press.QuestionnaireTry: SURVEYS,
    press.QuestionnaireFile: SURVEYS,
    press.QuestionnairePaper: SURVEYS,
    press.SurveyNew: SURVEYS,
    press.SurveySee: SURVEYS,
    press.SurveyClose: SURVEYS,
    press.SurveyEnter: SURVEYS,
    press.SurveyExtend: SURVEYS,
    press.SurveySilent: SURVEYS,
    press.ResultsOpen: SURVEYS,
    press.ResultsGroups: SURVEYS,
    press.ResultsCompare: SURVEYS,
    press.ResultsPicture: SURVEYS,
    press.ResultsPaper: SURVEYS,
    press.ReviewNext: SURVEYS,
    press.ReviewSet: SURVEYS,
    press.ReviewEdit: SURVEYS,
    # forms: a draft is its author's alone (`handlers.forms.entry.AtDesk`)
    press.FormOption: KNOWN,
    press.FormTick: KNOWN,
    press.FormPage: KNOWN,
    press.FormMonth: KNOWN,
    press.FormDay: KNOWN,
    press.FormHour: KNOWN,
    press.FormAct: KNOWN,
    press.FormTurn: KNOWN,
    press.FormAnswers: KNOWN,
    press.FormPreview: KNOWN,
    press.FormSubmit: KNOWN,
    press.FormLeave: KNOWN,
    press.FormResume: KNOWN,
}

BY_PREFIX = {one.__prefix__: door for one, door in DOORS.items() if not isinstance(one, str)}
COMMANDS = {one: door for one, door in DOORS.items() if isinstance(one, str)}


def opens(door: Door, person: Person | None) -> bool:
    """Whether the person may go through."""
    if not door.known:
        return True
    return person is not None and (not door.acts or any(may(person, act) for act in door.acts))


def is_offered(command: str, person: Person | None) -> bool:
    """Whether the command belongs into the person's menu: a stranger is offered what they could do once known."""
    door = COMMANDS[command]
    return not door.acts or opens(door, person)
