"""Edits after which every session arrives as it was played: other words and another order, new things, new names."""

from edited_story import EditedStory


class GentleEdits(EditedStory):
    """Each is an edit by its name."""

    def reword(self):
        name, choice, choices = self._choice()
        choices[choice]["text"] = "Other words altogether."
        self.scenes[name]["text"] = "Another text, {first: said once | then: said again}."
        self.scenes[name]["title"] = "Another title"
        return name, choice

    def reword_inside(self):
        """Inside choices, in what they fall together into, in lines, endings and envelopes."""
        for _, _, written in self._outer():
            for inner in written["choices"].values():
                inner["text"] = "Other words inside"
                inner["result"] = "Another result"
            if "after" in written:
                written["after"]["text"] = "Another word after"
        for lines in self.story.get("lines", {}).values():
            for line in lines.values():
                line["text"] = "Another line"
        for ending in self.story["endings"].values():
            ending["text"] = "Another end"
        for storylet in self.story.get("storylets", {}).values():
            storylet["envelope"]["text"] = "Another envelope"
        return "", ""

    def reorder_choices(self):
        name, choices = self._scene()
        self._shuffle(choices)
        return name, ""

    def reorder_inside(self):
        found = self._inner()
        if found is None:
            return None
        self._shuffle(found[2])
        return found[0], ""

    def reorder_places(self):
        """Scenes of one date come in the order written, so those stay as they are."""
        if not any("at" in scene for scene in self.story["scenes"].values()):
            self._shuffle(self.story["scenes"])
        for section in ("storylets", "codex", "characters", "facts", "meters", "truths", "endings", "promises"):
            self._shuffle(self.story.get(section, {}))
        return "", ""

    def insert_choice(self):
        name, choices = self._scene()
        choices["quite_new"] = {"text": "Something quite new."} | _leading_like(choices)
        self._shuffle(choices)
        return name, "quite_new"

    def insert_inside(self):
        found = self._inner()
        if found is None:
            return None
        place, _, choices = found
        choices["quite_new"] = {"text": "Something quite new."} | _leading_like(choices)
        self._shuffle(choices)
        return place, "quite_new"

    def insert_scene(self):
        self.story["scenes"]["added"] = {
            "text": "Nobody comes here.",
            "choices": {"on": {"text": "On", "goto": "added"}},
        }
        return "added", ""

    def insert_thread(self):
        """A new scene told within another, its choices among that one's."""
        name, choices = self._scene()
        self.story["scenes"]["added"] = {
            "text": "Somebody stands aside.",
            "choices": {"speak": {"text": "Speak"} | (_leading_like(choices) or {"goto": name})},
        }
        threads = self.scenes[name].setdefault("threads", [])
        threads.insert(self.luck.randint(0, len(threads)), "added")
        return "added", ""

    def insert_storylet(self):
        if "storylets" not in self.story:
            return None
        like = next(iter(self.story["storylets"].values()))
        envelope = {"text": "A new envelope", "handler": like["envelope"]["handler"], "likely": "nothing"}
        envelope["default"] = {"effects": []}
        self.story["storylets"]["added"] = {
            "deck": like["deck"],
            "weight": str(self.luck.randint(1, 99)),
            "priority": self.luck.choice(("0", "1", "5")),
            "once": self.luck.choice(("true", "false")),
            "text": "New.",
            "envelope": envelope,
        }
        self._shuffle(self.story["storylets"])
        return "added", ""

    def insert_line(self):
        if "lines" not in self.story:
            return None
        lines = self.story["lines"][self.luck.choice(list(self.story["lines"]))]
        lines["added"] = {"text": "A new line"}
        self._shuffle(lines)
        return "", ""

    def insert_values(self):
        """A fact, a meter, somebody, an ending and a rule of which nobody has heard yet."""
        self.story["facts"]["added_fact"] = self.luck.choice(("true", {"one_of": ["b", "a"]}, {"range": "2..9"}))
        self.story["meters"]["added_meter"] = {"title": "Added", "range": "0..9", "start": "3"}
        self.story["characters"]["added_one"] = {"name": "Somebody new"}
        self.story["endings"]["added_end"] = {"title": "New", "order": "7", "at": "any", "when": "added_meter > 8",
                                              "text": "A new end"}  # fmt: skip
        if "rules" in self.story:
            self.story["rules"]["added_rule"] = {"when": "added_meter > 8", "do": ["sky -= 9"]}
        for section in ("facts", "meters", "characters", "endings"):
            self._shuffle(self.story[section])
        return "", ""

    def insert_truth(self):
        self.story["truths"]["added_truth"] = {"yea": "30", "nay": "70"}
        self._shuffle(self.story["truths"])
        return "", ""

    def change_odds(self):
        """Whatever the odds are now: what was rolled was rolled."""
        checks = self._written("check")
        if not checks:
            return None
        place, choice, written = self.luck.choice(checks)
        written["check"]["odds"] = str(self.luck.randint(1, 99))
        return place, choice

    def change_weights(self):
        """However a storylet comes from now on: what was dealt was dealt."""
        if "storylets" not in self.story:
            return None
        for storylet in self.story["storylets"].values():
            storylet["weight"] = str(self.luck.randint(1, 99))
            storylet["priority"] = self.luck.choice(("0", "1", "2"))
        for _, _, outcomes in self._draws():
            outcomes["one"]["weight"] = str(self.luck.randint(1, 99))
        return "", ""

    def rename(self):
        """A name of whatever kind, everywhere it stands."""
        name, choice, _ = self._choice()
        inner = self._inner()
        old = self.luck.choice(
            [name, choice, *([inner[1]] if inner else []), *(["one", "two"] if self._draws() else []),
             *self.story["meters"], *self.story["facts"], *self.story["characters"], *self.story["truths"],
             *self.story["endings"], *self.story.get("promises", {}), *self.story.get("storylets", {}),
             *self.story.get("rules", {}), *(name for name in ("tray", "post", "rain", "late", "coat", "noise", "echo")
             if f"{name}" in str(self.story))]
        )  # fmt: skip
        self.renamed = (old, f"{old}_renamed")
        return name, choice

    def rename_in_one_scene(self):
        """A choice that bears another name in one scene, and its old one in all others."""
        name, choice, choices = self._choice()
        renamed = {(f"{one}_renamed" if one == choice else one): written for one, written in choices.items()}
        choices.clear()
        choices.update(renamed)
        self.renamed, self.within = (choice, f"{choice}_renamed"), name
        return name, choice


def _leading_like(choices):
    """Where a choice among these may lead: where one of them does, in so many words."""
    return next(({"goto": one["goto"]} for one in choices.values() if "goto" in one), {})
