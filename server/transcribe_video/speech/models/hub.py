"""A model from the model hub, over plain HTTP: pinned to a revision, resumed after a break.

The hub's own client library keeps nothing of a file that a killed or broken run had received,
which is most of an hour on a slow line for a large model; hence these few requests.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import httpx2

from transcribe_video.errors import ConfigurationError, ModelError
from transcribe_video.manifest import Timeouts
from transcribe_video.settings import APP_NAME
from transcribe_video.speech.models.hub_trouble import trouble
from transcribe_video.speech.models.progress import Progress, ProgressListener, Step
from transcribe_video.speech.models.published_model import PublishedFile, PublishedModel
from transcribe_video.speech.models.remedies import ways_out
from transcribe_video.speech.models.retries import persist
from transcribe_video.speech.models.transfer import part_of, size_of, transfer
from transcribe_video.speech.models.verification import DamageError, verify_file


@dataclass(frozen=True, slots=True)
class Hub:
    """A server that speaks the download part of the Hugging Face hub's interface.

    Attributes:
        url: its address, without a slash at the end.
        timeouts: seconds to reach it, and seconds without a byte from it.
        retry_waits_s: waits before further tries of a transfer that broke off.
    """

    url: str
    timeouts: Timeouts
    retry_waits_s: tuple[float, ...] = (1.0, 4.0, 15.0)

    @property
    def resumable(self) -> bool:
        """What has arrived shortens the next attempt."""
        return True

    def fill(self, folder: Path, published: PublishedModel, progress: ProgressListener) -> None:
        """Fetch every file into ``folder`` that is not there yet."""
        with self._client() as client:
            for file in published.files:
                if not (folder / file.name).exists():
                    report = _reporter(folder, published, progress)
                    self._fetch(client, folder, published, file, report)

    def refusal(self, published: PublishedModel, damage: DamageError) -> ModelError:
        """The hub, or something between it and us, sent another file."""
        return ModelError(
            f"The speech model “{published.name}” from {self._host} was refused",
            f"what arrived is not what was published: {damage.why}",
            f"Try again from another network. {ways_out(published)}",
        )

    @property
    def _host(self) -> str:
        # The name that people know it by; the address may hold a password.
        return httpx2.URL(self.url).host

    def _client(self) -> httpx2.Client:
        timeouts = httpx2.Timeout(self.timeouts.hub_read_s, connect=self.timeouts.hub_connect_s)
        try:
            _check_address(self.url)
            return httpx2.Client(
                timeout=timeouts, follow_redirects=True, headers={"User-Agent": APP_NAME}
            )
        except (httpx2.InvalidURL, OSError, ValueError) as error:
            raise ConfigurationError(
                "The model hub cannot be asked",
                "an address or a certificate file in the environment cannot be used",
                "Check HF_ENDPOINT, HTTPS_PROXY, ALL_PROXY and SSL_CERT_FILE, or unset them",
            ) from error

    def _fetch(
        self,
        client: httpx2.Client,
        folder: Path,
        published: PublishedModel,
        file: PublishedFile,
        report: Callable[[int], None],
    ) -> None:
        address = f"{self.url}/{published.repository}/resolve/{published.revision}/{file.name}"
        path = folder / file.name
        part = part_of(path)
        try:
            persist(lambda: transfer(client, address, part, file, report), part, self.retry_waits_s)
            verify_file(part, file)
        except DamageError as damage:
            part.unlink(missing_ok=True)
            raise self.refusal(published, damage) from damage
        except httpx2.HTTPError as error:
            raise self._failure(published, error) from error
        part.rename(path)

    def _failure(self, published: PublishedModel, error: httpx2.HTTPError) -> ModelError:
        return ModelError(
            f"The speech model “{published.name}” could not be fetched from {self._host}",
            trouble(error),
            f"{ways_out(published)}; what has arrived is kept",
        )


def _check_address(url: str) -> None:
    address = httpx2.URL(url)
    if address.scheme not in {"http", "https"} or not address.host:
        raise httpx2.InvalidURL("this is no web address")


def _reporter(
    folder: Path, published: PublishedModel, progress: ProgressListener
) -> Callable[[int], None]:
    whole = sum(size_of(folder / file.name) for file in published.files)

    def report(length: int) -> None:
        done = whole + length
        total = max(done, published.size_bytes)
        progress(Progress(Step.FETCHING, published.name, done, total))

    return report
