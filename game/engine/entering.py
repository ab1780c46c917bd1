"""Coming to a scene: it is counted, its effects are done, its text and that of its threads is told."""

from game.engine.clock import do_all, end_early, may_come
from game.engine.draft import Draft
from game.engine.events import Passed
from game.engine.program import Program, ReadyScene
from game.engine.prose import heading
from game.model.scene import Scene


def enter(program: Program, draft: Draft) -> None:
    """Come to the scene where it goes on; stay if it has something to choose, else go on from it."""
    name, draft.goto = draft.goto, ""
    scene = program.scenes[name]
    _come(draft, scene)
    if scene.written.threads:
        _gather(program, draft, scene.written)
    if draft.ended:
        end_early(program, draft)
    elif draft.goto:
        draft.threads = []
    elif scene.stays or draft.threads:
        draft.scene = name
    else:
        draft.called = scene.written.call
        draft.leave(scene.written.then)


def _come(draft: Draft, scene: ReadyScene) -> None:
    name, values = scene.id, draft.values
    if scene.visits is not None:
        count = values[scene.visits]
        assert isinstance(count, int)
        values[scene.visits] = min(count + 1, 99)
    for slot in scene.marks:
        values[slot] = True
    if draft.queue and name in draft.queue:
        draft.queue.remove(name)
    if draft.hand and name in draft.hand:
        draft.hand.remove(name)
    begins = len(draft.events)
    if scene.enter:
        do_all(draft, scene.enter)
    if scene.silent:
        draft.events.insert(begins, Passed(name))
    elif draft.read:
        title = scene.written.title if scene.title is None else heading("", scene.title, values)
        draft.tell("scene", title, name, scene.text, summary=scene.summary, plain=scene.plain, at=begins)


def _gather(program: Program, draft: Draft, host: Scene) -> None:
    """Come to a scene's threads as well, and to theirs, each once; those with something to choose are kept."""
    waiting, met = list(host.threads), {host.id}
    while waiting and not draft.ended and not draft.goto:
        name = waiting.pop(0)
        if name in met or not may_come(program, name, draft.values):
            continue
        met.add(name)
        thread = program.scenes[name]
        _come(draft, thread)
        waiting[:0] = thread.written.threads
        if thread.ordinary:
            draft.threads.append(name)
