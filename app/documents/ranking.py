"""Which paragraphs of a document matter for a question: BM25, on this computer, with no model.

Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009; k1 and b as there.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence, Set

from app.documents.paragraphs import Paragraph
from app.documents.terms import terms

K1 = 1.2
B = 0.75
NEIGHBOUR = (
    0.3  # of a paragraph's score goes to those beside it: an answer often stands next to the word that was asked
)


class Index:
    """The paragraphs of one document, ready to be asked. Building it takes about a second per million letters."""

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        self.paragraphs = list(paragraphs)
        self._postings: dict[str, list[tuple[int, int]]] = defaultdict(list)
        self._lengths: list[int] = []
        for place, paragraph in enumerate(self.paragraphs):
            counts = Counter(terms(paragraph.text))
            self._lengths.append(sum(counts.values()))
            for term, count in counts.items():
                self._postings[term].append((place, count))
        self._average = max(1.0, sum(self._lengths) / max(1, len(self._lengths)))

    def scores(self, question: str) -> list[float]:
        """Return how much each paragraph matters, in the document's order; 0 is not at all."""
        found = [0.0] * len(self.paragraphs)
        for term in dict.fromkeys(terms(question)):
            postings = self._postings.get(term, ())
            rarity = math.log(1 + (len(found) - len(postings) + 0.5) / (len(postings) + 0.5))
            for place, count in postings:
                length = 1 - B + B * self._lengths[place] / self._average
                found[place] += rarity * count * (K1 + 1) / (count + K1 * length)
        return found

    def choose(
        self, question: str, room: int, cost: Callable[[str], int], known: Set[int] | None = None
    ) -> list[Paragraph]:
        """Return the paragraphs that matter most and fit, in the document's order.

        Args:
            question: What was asked. When nothing of it is found, the document's beginning is returned.
            room: How much there is room for.
            cost: What a paragraph's text takes of it.
            known: Numbers of paragraphs that are there already. With these given, only what matches is returned.
        """
        scores = self.scores(question)
        if known is not None:
            scores = [0.0 if p.number in known else score for p, score in zip(self.paragraphs, scores, strict=True)]
            if not any(scores):
                return []
        spread = [
            score + NEIGHBOUR * max(scores[i - 1] if i else 0.0, scores[i + 1] if i + 1 < len(scores) else 0.0)
            for i, score in enumerate(scores)
        ]
        order = sorted(range(len(spread)), key=lambda i: (-spread[i], i))
        chosen: list[int] = []
        for place in order:
            if known is not None and self.paragraphs[place].number in known:
                continue
            if chosen and not spread[place] and any(spread):
                break
            needed = cost(self.paragraphs[place].text)
            if needed > room:
                if chosen:
                    break
                continue
            room -= needed
            chosen.append(place)
        return [self.paragraphs[place] for place in sorted(chosen)]
