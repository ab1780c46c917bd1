"""The part of the app that looks after sessions: carried over, named, put into the bin, written down, shared."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.play.refusal import RefusalError
from game.source.limits import CODE_CHARACTERS, TITLE_CHARACTERS
from game.tui import doors
from game.tui.errand import send
from game.tui.library import Library
from game.tui.messages import (
    CheckWanted,
    CodeAsked,
    DeleteWanted,
    ExportWanted,
    NameWanted,
    ResumeWanted,
    ShareWanted,
    ShelfChanged,
    WatchWanted,
)

if TYPE_CHECKING:
    from game.play.housekeeping import Finding

Answered = Callable[[str | None], None]
"""What is done with an answer; None: there was none."""
_PARTED = (("branch", "Go on from there, as a branch"), ("watch", "Watch it, as far as it goes"), ("leave", "Leave it"))
_DELETE = (("keep", "Keep it"), ("delete", "Put it into the bin"))
_FORMS = (
    ("html", "A book for a browser, in one file (HTML)"),
    ("markdown", "A book as text (Markdown)"),
    ("papers", "The papers alone, as text"),
    ("cast", "A recording for terminals (asciicast)"),
    ("json", "Data, for programs (JSON)"),
)
_SHARED = (("watch", "Watch it"), ("play", "Go on from its end, in a session of your own"))

_MEND = (("leave", "Leave it as it is"), ("mend", "Mend what can be mended; no decision is lost by it"))
_SHOWN = 4


class Keeping(Library):
    """An app whose sessions are looked after. What can't be done is said in a sentence; nothing is ever lost by it."""

    async def on_resume_wanted(self, message: ResumeWanted) -> None:
        """Play a session on; where its story has changed so that they part, ask what to do."""
        name = message.name
        try:
            parting = self.game.parting(name)
        except RefusalError as refusal:
            self._say(refusal)
            return
        if not parting:
            await self.resume(name)
            return

        async def answered(answer: str | None) -> None:
            if answer == "branch":
                await self.resume(name)
            elif answer == "watch":
                self.post_message(WatchWanted(name))

        called = self.game.shelf.called(name) or name
        more = f"{called} {parting} The file stays as it is, whatever you choose."
        self.push_screen(doors.one_of("The story was edited since you played this.", more, _PARTED), answered)

    def on_name_wanted(self, message: NameWanted) -> None:
        """Ask what a session is to be called."""
        shelf, name = self.game.shelf, message.name

        def answered(title: str | None) -> None:
            if title is None:
                return
            called = shelf.rename(name, title)
            self._done(f"{name} is called “{called}” now." if called else f"{name} has no title any more.")

        more = "An empty line takes its title away. The file keeps its name."
        self._ask_line(f"What is {name} to be called?", more, answered, value=shelf.called(name), most=TITLE_CHARACTERS)

    def on_delete_wanted(self, message: DeleteWanted) -> None:
        """Ask whether a session is to go into the bin."""
        shelf, name = self.game.shelf, message.name
        called = shelf.called(name) or name

        def answered(answer: str | None) -> None:
            if answer == "delete":
                into = shelf.delete(name)
                self._done(f"{called} lies in {into.parent} now. Move the file back to have it again.")

        more = "It can be taken out of the bin again by hand. Branches of it stay."
        self.push_screen(doors.one_of(f"Put {called} into the bin?", more, _DELETE), self._bold(answered))

    def on_export_wanted(self, message: ExportWanted) -> None:
        """Ask in which form a session is to be written down."""
        name = message.name

        def answered(form: str | None) -> None:
            if form is not None:
                self._done(f"Written to {self.game.export(form, name)}")

        question = f"Write {self.game.shelf.called(name) or name} down, as what?"
        self.push_screen(doors.one_of(question, "", _FORMS), self._bold(answered))

    def on_share_wanted(self, message: ShareWanted) -> None:
        """Give a session as one line."""
        try:
            code = self.game.code(message.name)
        except RefusalError as refusal:
            self._say(refusal)
            return
        self.copy_to_clipboard(code)
        more = (
            "It is copied, if your terminal lets programs copy. Whoever has the story can paste it, by “a code” in"
            " the list of sessions."
        )
        self.push_screen(doors.line(f"{message.name} as one line", more, value=code, most=CODE_CHARACTERS, given=True))

    def on_check_wanted(self, _message: CheckWanted) -> None:
        """Look through the folder, and ask whether what is wrong is to be mended."""
        shelf = self.game.shelf
        send(self.screen, lambda _errand: shelf.verify(), self._looked_through, kind="check")

    def _looked_through(self, found: "tuple[Finding, ...]") -> None:
        if not found:
            self.notify("All your sessions are as they should be.", markup=False)
            return

        def answered(answer: str | None) -> None:
            if answer == "mend":
                left = len([one for one in self.game.shelf.verify(mend=True) if not one.mending])
                self._done("What could be mended is mended." + (f" {left} remain as they are." if left else ""))

        more = "\n".join(_told(one) for one in found[:_SHOWN])
        if len(found) > _SHOWN:
            more += f"\nand {len(found) - _SHOWN} more"
        answers = _MEND if any(one.mending for one in found) else _MEND[:1]
        self.push_screen(doors.one_of("Not everything is as it should be", more, answers), self._bold(answered))

    def on_code_asked(self, _message: CodeAsked) -> None:
        """Ask for somebody else's session as one line."""

        def answered(code: str | None) -> None:
            if code:
                self._shared(code)

        self._ask_line("Paste a code", "It begins with NS1.", answered, most=CODE_CHARACTERS)

    def _shared(self, code: str) -> None:
        """Show what a code holds, and ask what to do with it."""
        reading = self.game.shelf.reading_code(code)
        where = reading.playthrough.where
        many = f"{reading.playthrough.decisions} decisions" + (f", {where[0].lower()}{where[1:]}" if where else "")

        async def answered(answer: str | None) -> None:
            if answer == "watch":
                await self.push_screen(doors.replay(self.game, reading.playthrough, reading.name))
            elif answer == "play":
                await self._take_up(code)

        more = " ".join(said for said in (f"It holds {many}.", reading.problem) if said)
        self.push_screen(doors.one_of("A session somebody shared with you", more, _SHARED), answered)

    async def _take_up(self, code: str) -> None:
        try:
            session = self.game.shelf.from_code(code)
        except RefusalError as refusal:
            self._say(refusal)
        else:
            self.let_go()
            await self.play(session)

    def _ask_line(self, question: str, more: str, answered: Answered, *, value: str = "", most: int = 80) -> None:
        self.push_screen(doors.line(question, more, value=value, most=most), self._bold(answered))

    def _bold(self, answered: Answered) -> Answered:
        """The same, but what is refused is said."""

        def tried(answer: str | None) -> None:
            try:
                answered(answer)
            except RefusalError as refusal:
                self._say(refusal)

        return tried

    def _done(self, said: str) -> None:
        self.screen.post_message(ShelfChanged())
        self.notify(said, markup=False, timeout=8)


def _told(one: "Finding") -> str:
    """What is wrong with a file, and what mending would do."""
    mending = f" (mending would {one.mending})" if one.mending else ""
    return f"{one.name}: {one.what.removesuffix('.')}{mending}"
