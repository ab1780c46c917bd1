"""Edits after which a session arrives where it played nothing of what they touched, or stops there with the reason."""

from edited_story import EditedStory


class RoughEdits(EditedStory):
    """Each is an edit by its name."""

    def delete_choice(self):
        name, choice, choices = self._choice()
        del choices[choice]
        return (name, choice) if choices else None

    def delete_inside(self):
        found = self._inner()
        if found is None:
            return None
        place, choice, choices = found
        del choices[choice]
        return (place, choice) if choices else None

    def delete_storylet(self):
        if len(self.story.get("storylets", {})) < 2:
            return None
        name = self.luck.choice(list(self.story["storylets"]))
        del self.story["storylets"][name]
        return name, ""

    def delete_outcome(self):
        draws = self._draws()
        if not draws:
            return None
        place, choice, outcomes = self.luck.choice(draws)
        del outcomes[self.luck.choice(("one", "three"))]
        return place, choice

    def insert_outcome(self):
        draws = self._draws()
        if not draws:
            return None
        place, choice, outcomes = self.luck.choice(draws)
        outcomes["added"] = {"weight": "50", "do": ["sky -= 5"]}
        self._shuffle(outcomes)
        return place, choice

    def add_thread(self):
        """A scene that there is, told within another too."""
        name, _ = self._scene()
        thread = self.luck.choice(list(self.story["scenes"]))
        threads = self.scenes[name].setdefault("threads", [])
        if thread in (*threads, name):
            return None
        threads.append(thread)
        return name, ""

    def remove_thread(self):
        with_threads = [name for name in self.scenes if self.scenes[name].get("threads")]
        if not with_threads:
            return None
        name = self.luck.choice(with_threads)
        threads = self.scenes[name]["threads"]
        threads.remove(self.luck.choice(threads))
        if not threads:
            del self.scenes[name]["threads"]
        return name, ""

    def add_call(self):
        if "clock" not in self.story:
            return None
        callers = [one for one in self._written() if "." not in one[0] and not one[2].keys() & {"call", "choices"}]
        if not callers:
            return None
        place, choice, written = self.luck.choice(callers)
        written["call"] = self.luck.choice(list(self.story["scenes"]))
        return place, choice

    def remove_call(self):
        callers = self._written("call")
        if not callers:
            return None
        place, choice, written = self.luck.choice(callers)
        del written["call"]
        return place, choice

    def change_where_it_leads(self):
        place, choice, written = self.luck.choice(self._written("goto") or self._written())
        written["goto"] = self.luck.choice(list(self.story["scenes"]))
        return place, choice

    def change_condition(self):
        conditioned = self._written("when", "requires")
        if not conditioned:
            return None
        place, choice, written = self.luck.choice(conditioned)
        written["when" if "when" in written else "requires"] = self._condition()
        return place, choice

    def lock_choice(self):
        place, choice, written = self.luck.choice(self._written())
        written["requires"] = self._condition()
        written["locked"] = "Not any more."
        return place, choice

    def hide_choice(self):
        place, choice, written = self.luck.choice(self._written())
        written["when"] = self._condition()
        return place, choice

    def once_only(self):
        place, choice, written = self.luck.choice(self._written())
        if written.pop("once", None) is None:
            written["once"] = "true"
        return place, choice

    def change_effects(self):
        place, choice, written = self.luck.choice(self._written())
        meter = self.luck.choice(list(self.story["meters"]))
        written["effects"] = [f"{meter} {self.luck.choice(('+=', '-='))} {self.luck.randint(1, 30)}"]
        return place, choice

    def add_promise(self):
        if "promises" not in self.story:
            return None
        place, choice, written = self.luck.choice(self._written())
        effects = written.setdefault("effects", [])
        effects.insert(self.luck.randint(0, len(effects)), {"promise": "word"})
        return place, choice

    def settle_check(self):
        """What was left to chance is certain now."""
        checks = self._written("check")
        if not checks:
            return None
        place, choice, written = self.luck.choice(checks)
        written["check"]["odds"] = self.luck.choice(("0", "100"))
        return place, choice

    def delete_check(self):
        checks = self._written("check")
        if not checks:
            return None
        place, choice, written = self.luck.choice(checks)
        del written["check"]
        return place, choice

    def change_after(self):
        """What choices fall together into, added, taken away or with another effect."""
        outer = [one for one in self._outer() if "after" in one[2]]
        if not outer:
            return None
        name, choice, written = self.luck.choice(outer)
        if self.luck.random() < 0.5:
            del written["after"]
        else:
            written["after"]["enter"] = ["sky -= 9"]
        return name, choice

    def change_entering(self):
        name = self.luck.choice(list(self.story["scenes"]))
        self.scenes[name]["enter"] = [f"sky -= {self.luck.randint(1, 30)}"]
        return name, ""

    def hide_storylet(self):
        if "storylets" not in self.story:
            return None
        name = self.luck.choice(list(self.story["storylets"]))
        self.story["storylets"][name]["when"] = self._condition()
        return name, ""

    def change_date(self):
        dated = [name for name, scene in self.story["scenes"].items() if "at" in scene]
        if not dated:
            return None
        self.story["scenes"][self.luck.choice(dated)]["at"] = str(
            self.luck.randint(1, int(self.story["clock"]["turns"]))
        )
        return "*", ""

    def change_hand(self):
        tray = next((one["tray"] for one in _phases(self.story) if "tray" in one), None)
        if tray is None:
            return None
        tray["hand"] = str(self.luck.randint(1, 4))
        tray["take"] = "1"
        return "*", ""

    def change_drift(self):
        self.story["meters"]["fuse"]["drift"] = [{"by": str(self.luck.randint(-9, 9) or 1)}]
        return "*", ""

    def change_ending(self):
        self.story["endings"]["early"]["when"] = f"fuse >= {self.luck.randint(1, 50)}"
        return "*", ""

    def lengthen(self):
        if "clock" not in self.story:
            return None
        self.story["clock"]["turns"] = str(int(self.story["clock"]["turns"]) + 1)
        return "*", ""


def _phases(story):
    phases = story.get("clock", {}).get("phases", [])
    return phases if isinstance(phases, list) else [phases]
