"""Runs of plain frames among facts that have codes of their own."""

from hypothesis import given
from hypothesis import strategies as st

from protocol.runs import Plain, Runs

STEPS = st.lists(
    st.lists(st.tuples(st.integers(0, 1), st.integers(0, 3)), max_size=4)  # a batch of runs: who, how many frames
    | st.sampled_from(["code", "frame", "message"])
)


@given(STEPS, st.booleans())
def test_every_fact_and_every_frame_is_found(steps, at_once):
    """Between the runs stand facts with a code, frames of the client that are not plain, and messages of such."""
    runs, facts, codes, entry = Runs(), [], 0, 0
    frames, messages = [0, 0], [0, 0]
    odd = {"frame": [], "message": []}
    places = {}
    for step in steps:
        if isinstance(step, str):
            if step in odd:
                numbers = frames if step == "frame" else messages
                odd[step].append(numbers[0])
                numbers[0] += 1
            facts.append(codes)
            codes += 1
            continue
        starts, batch, place = list(zip(frames, messages, strict=True)), step, len(facts)
        first = entry
        for who, count in batch:
            if not at_once:
                runs.add(who, count, frames[who], messages[who], len(facts), entry)
            for _ in range(count):
                for which, number in enumerate((frames[who], frames[who], messages[who])):
                    places[which, who, number] = len(facts)
                    facts.append(Plain(which, who, number, entry))
                frames[who] += 1
                messages[who] += 1
            entry += 1
        if at_once:
            runs.add_all(bytes(who for who, _ in batch), [count for _, count in batch], starts, place, first)
    assert [runs.fact(place) for place in range(len(facts))] == facts
    assert runs.facts == sum(isinstance(fact, Plain) for fact in facts)
    for (which, who, number), place in places.items():
        track = runs.tracks[who]
        run, nth = track.find(track.messages if which == 2 else track.frames, number)
        assert runs.place(run, nth, which) == place
    client = runs.tracks[0]
    for name, column in (("frame", client.frames), ("message", client.messages)):
        assert [client.find(column, number) for number in odd[name]] == [(-1, nth) for nth in range(len(odd[name]))]
