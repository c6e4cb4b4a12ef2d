"""The help is built from the commands and says what the filter understands."""

from tui.screens.commands import COMMANDS
from tui.screens.help import help_text
from tui.search.guide import GUIDE


def test_every_command_with_a_key_is_in_the_help():
    text = help_text(COMMANDS, {}).plain
    assert [c.help for c in COMMANDS if c.keys and c.help not in text] == []


def test_a_key_from_the_keymap_replaces_the_usual_one():
    row = next(
        line
        for line in help_text(COMMANDS, {"quote": "ctrl+y"}).plain.splitlines()
        if "Copy the selection, else the current turn" in line
    )
    assert "ctrl+y" in row


def test_search_narrows_to_rows_with_all_words():
    rows = help_text(COMMANDS, {}, "PREVIOUS turn").plain.splitlines()
    assert any("Previous turn" in row for row in rows)
    assert not any("theme" in row for row in rows)


def test_nothing_found_is_said():
    assert "Nothing here" in help_text(COMMANDS, {}, "xyzzy").plain


def test_command_ids_and_keys_are_unique():
    ids = [command.id for command in COMMANDS]
    keys = [key for command in COMMANDS for key in command.keys]
    assert len(set(ids)) == len(ids)
    assert len(set(keys)) == len(keys)


def test_every_example_of_the_language_is_in_the_help():
    text = help_text(COMMANDS, {}).plain
    assert [example for example, _ in GUIDE if example not in text] == []


def test_every_command_can_be_found_by_the_id_that_the_keymap_wants():
    missing = [c.id for c in COMMANDS if c.id not in help_text(COMMANDS, {}, c.id).plain]
    assert missing == []
