"""Going to a time of the recording."""

from __future__ import annotations

from tui.screens.offers import Offers


class Timing(Offers, layer=True):
    """The screen on which one may ask what was being said at a time."""

    def action_go_to_time(self) -> None:
        """Ask for a time, and go to what was being said then."""
        from tui.screens.line_question import AskScreen
        from tui.times import spoken_at

        if self.meeting is None:
            self.say("No meeting is open yet")
        elif spoken_at(self.meeting, 0) is None:
            self.say("The source of this meeting has no times")
        else:
            self.app.push_screen(
                AskScreen("Time", "12:30   1:02:03   or minutes: 12"), self._go_to_time
            )

    def _go_to_time(self, text: str | None) -> None:
        from tui.times import clock, seconds_of, spoken_at

        if text is None or not text.strip() or self.meeting is None:
            return
        seconds = seconds_of(text)
        if seconds is None:
            self.say(f"{text.strip()} is no time; write 12:30, 1:02:03 or minutes")
            return
        place = spoken_at(self.meeting, seconds)
        if place is not None:
            self.open_place(place)
            self.say(f"{clock(seconds)} is in {place.anchor}")
