"""A hand and an ear on the accessibility bus: what .ci/assist plays with."""

import pathlib
import subprocess
import sys
import time

import dbus
import dbus.bus

ACCESSIBLE = "org.a11y.atspi.Accessible"
ACTION = "org.a11y.atspi.Action"
COMPONENT = "org.a11y.atspi.Component"
PROPERTIES = "org.freedesktop.DBus.Properties"
FOCUSED = 12  # of the states of AT-SPI
FRAME, SCROLL_BAR = 23, 48  # of its roles


class Thing:
    """Something in the tree."""

    def __init__(self, bus, owner, path):
        self.bus = bus
        self.object = bus.get_object(owner, path, introspect=False)

    def told(self, what):
        return str(self.object.Get(ACCESSIBLE, what, dbus_interface=PROPERTIES))

    def role(self):
        return int(self.object.GetRole(dbus_interface=ACCESSIBLE))

    def below(self):
        found = self.object.GetChildren(dbus_interface=ACCESSIBLE)
        return [Thing(self.bus, owner, path) for owner, path in found]

    def can_be_pressed(self):
        return ACTION in self.object.GetInterfaces(dbus_interface=ACCESSIBLE)

    def is_in_state(self, state):
        low, _ = self.object.GetState(dbus_interface=ACCESSIBLE)
        return bool(int(low) >> state & 1)


def everything(thing):
    for child in thing.below():
        yield child
        yield from everything(child)


def until(what, look, seconds=60):
    """Waits until there is what is looked for. A tree that changes while it is read is read again."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            found = look()
            if found:
                return found
        except dbus.DBusException:
            pass
        time.sleep(0.3)
    raise SystemExit(f"assist: {what} did not come in {seconds} seconds")


class Player:
    """Presses what has a name."""

    def __init__(self, bus):
        self.bus = bus

    def tree(self):
        root = Thing(self.bus, "org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
        # The window may change while it is walked through: then what was just listed is gone, and it is walked through again.
        for _ in range(20):
            try:
                return list(everything(root))
            except dbus.exceptions.DBusException:
                time.sleep(0.2)
        return list(everything(root))

    def find(self, begins):
        fitting = lambda thing: thing.can_be_pressed() and thing.told("Name").startswith(begins)
        try:
            return next((thing for thing in self.tree() if fitting(thing)), None)
        except dbus.exceptions.DBusException:
            return None  # It has changed meanwhile; the caller looks again.

    def press(self, begins):
        thing = until(f"“{begins}”", lambda: self.find(begins))
        done = thing.object.DoAction(dbus.Int32(0), dbus_interface=ACTION)
        assert done, f"“{begins}” cannot be pressed"
        print(f"pressed: {begins}")

    def focus(self, begins):
        thing = until(f"“{begins}”", lambda: self.find(begins))
        thing.object.GrabFocus(dbus_interface=COMPONENT)
        until(f"the focus on “{begins}”", lambda: self.find(begins).is_in_state(FOCUSED))
        print(f"focused: {begins}")


def main(address, work, game):
    player = Player(dbus.bus.BusConnection(address))
    until("the window", lambda: player.find("A short game"))
    for thing in player.tree():
        if thing.role() == FRAME or (thing.can_be_pressed() and thing.role() != SCROLL_BAR):
            name = thing.told("Name")
            assert name, f"a thing of role {thing.role()} has no name"
    window = subprocess.run(
        ["xdotool", "search", "--onlyvisible", "--pid", game], capture_output=True, text=True
    ).stdout.split()
    if window:
        subprocess.run(["xdotool", "windowfocus", window[0]], check=True)
        player.focus("A short game")
    player.press("A short game")
    player.press("To the table")
    player.press("Give the floor to Tanaka")
    player.press("State of war and relations")
    player.press("Question")
    player.press("Ask for the conditions of peace")
    # AccessKit 0.24 tells a button that cannot be pressed yet like any other, so what tells of the move is waited for.
    until("the move in the statement", lambda: player.find("Clear"))
    player.press("Make the statement")
    saves = pathlib.Path(work, "data", "saves")
    kept = lambda: any("ask_conditions" in file.read_text() for file in saves.glob("*.ron"))
    until("the statement in the file of the game", kept)
    announced = pathlib.Path(work, "announced")
    # Of what it opened with, and then of the answer: the shortest list of the day.
    answer = "RECORD, line 121"
    until("the announcement of the answer", lambda: answer in announced.read_text(), 15)
    time.sleep(1)
    told = [line for line in announced.read_text().splitlines() if answer in line]
    print(f"announced: {told[0].strip()[:160]}")
    assert len(told) == 1, f"the answer was announced {len(told)} times"


if __name__ == "__main__":
    main(*sys.argv[1:])
