"""From a job to its answer: which reader takes which format, and what is wrong with what it found."""

from firsthand.errors import ReadError
from firsthand.read.html import read_html
from firsthand.read.json_reports import read_json, read_line
from firsthand.read.markdown import read_markdown
from firsthand.read.others import read_by
from firsthand.read.page import Answer, Flaw, Job, Page
from firsthand.read.said import said, within
from firsthand.read.text import read_text


def unwrap(job: Job) -> Answer:
    """Everything in the job's bytes: reports, and flaws with their codes. Raises nothing over their content that is known."""
    try:
        if job.reader is not None:
            return read_by(job.reader, job)
        if job.format == "json":
            answer = read_json(job.raw)
            return Answer(
                pages=tuple(within(said(page), job.limits.report_characters) for page in answer.pages),
                flaws=answer.flaws,
            )
        return Answer(pages=(said(within(_page(job), job.limits.report_characters)),))
    except ReadError as e:
        return Answer(flaws=(Flaw(code=e.code, reason=str(e)),))


def _page(job: Job) -> Page:
    if job.format == "html":
        return read_html(job.raw, job.limits)
    if job.format == "markdown":
        return read_markdown(job.raw)
    return read_line(job.raw) if job.format == "json line" else read_text(job.raw)
