"""The people that a word of harm is about: whose death, wound or capture it tells."""

from spacy.tokens import Token

from firsthand.extract.phrases import is_passive, objects, passive_subjects, subjects
from firsthand.resources.frames import Frames


def affected_by_verb(verb: Token, lemma: str, frames: Frames) -> list[Token]:
    """The people that a verb of harm is about: subject of "die", object of "kill", subject of "were killed"."""
    if lemma in frames.intransitive:
        return subjects(verb) or ([verb.head] if verb.dep_ in {"relcl", "acl"} else [])
    if is_passive(verb) and not (verb.dep_ == "acl" and any(c.dep_ == "dobj" for c in verb.children)):
        found = passive_subjects(verb)
        if found:
            return found
        if verb.dep_ in {"acl", "amod"}:
            return [verb.head]
    return objects(verb)


def affected_by_adjective(token: Token) -> list[Token]:
    """The people that "dead", "wounded", "missing" is said of, or the word itself where it stands for them ("15 dead")."""
    if any(
        c.dep_ in {"nummod", "det", "quantmod", "advmod"} and (c.like_num or c.pos_ == "NUM") for c in token.children
    ):
        return [token]
    own = [c for c in token.children if c.dep_ in {"nsubj", "nsubjpass"}]
    if own:
        return own
    if token.dep_ in {"acomp", "attr", "oprd", "xcomp", "ccomp", "advcl"} and token.head.pos_ in {"VERB", "AUX"}:
        return (
            subjects(token.head) + passive_subjects(token.head)
            if token.head.lemma_ in {"be", "remain", "go", "die"}
            else objects(token.head)
        )
    if token.dep_ == "amod" and token.head.pos_ in {"NOUN", "PROPN"}:
        return [token.head]
    if token.dep_ == "acl":
        return [token.head]
    return []
