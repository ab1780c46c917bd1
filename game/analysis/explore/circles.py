"""Which points lie in one circle, and how long a way can be where there is none."""

from collections.abc import Sequence


def circles(leaving: Sequence[Sequence[int]]) -> list[int]:
    """For each point a number: points from which one can come to one another share it (Tarjan's algorithm)."""
    found, low, order = [-1] * len(leaving), [0] * len(leaving), [-1] * len(leaving)
    path: list[int] = []
    count = circle = 0
    for root in range(len(leaving)):
        if order[root] >= 0:
            continue
        stack = [(root, iter(leaving[root]))]
        order[root] = low[root] = count
        count += 1
        path.append(root)
        while stack:
            point, ways = stack[-1]
            for to in ways:
                if order[to] < 0:
                    order[to] = low[to] = count
                    count += 1
                    path.append(to)
                    stack.append((to, iter(leaving[to])))
                    break
                if found[to] < 0:
                    low[point] = min(low[point], order[to])
            else:
                stack.pop()
                if stack:
                    above = stack[-1][0]
                    low[above] = min(low[above], low[point])
                if low[point] == order[point]:
                    while found[point] < 0:
                        found[path.pop()] = circle
                    circle += 1
    return found


def longest(edges: Sequence[Sequence[tuple[int, int]]]) -> list[int] | None:
    """For each point the most that a way from it along these edges, each with its weight, can weigh.

    None if it may go round for ever; a circle whose edges weigh nothing counts for nothing.
    """
    circle = circles([[to for to, _ in each] for each in edges])
    best = [0] * (max(circle, default=-1) + 1)
    points: list[list[int]] = [[] for _ in best]
    for point, number in enumerate(circle):
        points[number].append(point)
    for number, inside in enumerate(points):  # circles are numbered from the last that one can come to
        for source in inside:
            for to, weight in edges[source]:
                if circle[to] != number:
                    best[number] = max(best[number], best[circle[to]] + weight)
                elif weight:
                    return None
    return [best[number] for number in circle]
