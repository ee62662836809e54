# Papers of an event
papers-title = <b>Papers</b>
papers-about = Choose one: I’ll send a file for Word. What I don’t know stays an empty line in it.
papers-hidden = Papers with names are on a page of the bot: the library keeps names out of chats.
papers-made = Done. Check the names: I never inflect them.
papers-page = Papers of the event
papers-button-back = ‹ Papers
papers-button-pdf = The same as PDF

papers-name-letter = Information letter
papers-name-invitation = Invitations
papers-name-announcement = Announcement
papers-name-programme = Programme
papers-name-participants = List of participants
papers-name-sign-in = Sign-in sheet
papers-name-minutes = Minutes
papers-name-resolution = Resolution
papers-name-post-release = Post-release
papers-name-thanks = Thank-you letters

papers-dear-woman = Dear { $name },
papers-dear-man = Dear { $name },
papers-dear-all = Dear colleagues,
papers-dear-reverence = Your Reverence,
papers-dear-high-reverence = Your Reverence,
papers-dear-eminence = Your Grace,
papers-dear-high-eminence = Your Eminence,
papers-dear-given = { $name }

refusal-papers-not-docx = { $kind ->
    [huge] The document { $file } is too large. Take the pictures out of it and save it again.
    [locked] The file { $file } is behind a password. Take the password off and send it again.
    [docm] { $file } is a document with macros. Save it in Word as a plain .docx.
    [dotx] { $file } is a template of Word. Save it as a plain .docx document.
    [doc] { $file } is a document of old Word. Save it as .docx.
    [odt] { $file } is a document of LibreOffice (.odt). Save it as .docx.
    [rtf] { $file } is a text in RTF. Save it as .docx.
    [pages] { $file } is a document of Pages. Export it to Word, as .docx.
    [pdf] { $file } is a PDF. Take the document that it was made of, and save it as .docx.
   *[web] { $file } is a web page. Open it in Word and save it as .docx.
}
refusal-papers-no-template = The template { $file } can’t be opened: it is no .docx document.
refusal-papers-elsewhere = The template { $file } takes something from outside: { $what }. Put it into the document itself.
refusal-papers-syntax = In the template { $file } this place can't be filled in, look how it is typed: { $why }.
refusal-papers-unknown = The template { $file } has fields that don’t exist: { $unknown }. There are: { $known }.
refusal-papers-no-pdf = The PDF could not be made. Take the file for Word.
refusal-papers-kind = There is no such paper. There are: { $known }.
refusal-papers-no-office = PDF needs LibreOffice, which is not here. Make a .docx file.
papers-button-minutes = Keep the minutes
papers-minutes = Minutes from a file
papers-minutes-about = .docx or .txt up to 5 MB. { $number ->
        [0] Its text will stand in place of what is written by item.
       *[other] Revision { $number } is there now; it stays among the revisions.
    }
papers-check = Check the names: I never inflect them.
