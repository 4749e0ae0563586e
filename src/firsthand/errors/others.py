"""What plugins get wrong: E6. What goes wrong with a language model that was asked: E7."""

from firsthand.errors.base import FirsthandError


class PluginError(FirsthandError):
    """A plugin stands in the way."""

    code = "E600"
    hint = "List what is installed, and what is wrong with it: firsthand plugins"


class BadPlugin(PluginError):
    """A plugin cannot be used: it does not load, answers a hook wrongly, or takes a name that another has."""

    code = "E601"
    hint = "Mend or remove it, or turn it off: --without NAME"
    plugin = ""
    """Its name."""


class PluginFailed(PluginError):
    """A plugin raised an error, or answered with what cannot be used."""

    code = "E602"
    hint = "Turn it off (--without NAME), and tell whoever wrote it."


class ModelError(FirsthandError):
    """A language model that was to be asked could not be."""

    code = "E700"
    hint = "What was answered so far is kept: the same command goes on from there."


class ModelMissing(ModelError):
    """The library that speaks to language models is not installed."""

    code = "E701"
    hint = "Install it with: pip install 'firsthand[llm]'"


class ModelFailed(ModelError):
    """The model gave no usable answer on a report: too slow, broken, or an error of the server."""

    code = "E702"
    hint = "Nothing was taken from the report. Run the same command again: only what has no answer yet is asked."


class ModelStopped(ModelError):
    """No report can be asked about any more; the run stopped."""

    code = "E703"
    hint = "Run the same command again: what was answered is not asked again."


class ModelUnreachable(ModelStopped):
    """The address does not answer, has no such model, or refuses the key; the run stopped."""

    code = "E704"
    hint = "Check --llm-address and --llm-model, then run the same command again: what was answered is not asked again."


class ModelTimeUp(ModelStopped):
    """The time that the model may be asked for is over; the run stopped."""

    code = "E705"
    hint = "Run the same command again: what was answered is not asked again. `run_seconds` under [llm] sets the time."


class ModelDeclined(ModelError):
    """The model declined a stretch of a report, or its answer to it cannot be read; the other stretches were taken."""

    code = "E706"
    hint = "What the program itself found in the report stands. Another model may answer."


class ModelUnborne(ModelError):
    """The report's words do not bear out what the model proposed."""

    code = "E707"
    hint = "It was dropped and counted; nothing of it was stored."
