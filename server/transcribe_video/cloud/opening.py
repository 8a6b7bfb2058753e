"""The cloud made ready to be asked: everything that it takes, put together."""

from collections.abc import Mapping
from urllib.parse import urlsplit

from transcribe_video.client.caller import Caller
from transcribe_video.client.client import Client
from transcribe_video.cloud.account.account import Account
from transcribe_video.cloud.client import CloudClient
from transcribe_video.cloud.owner import Owner
from transcribe_video.cloud.records.archive import Archive
from transcribe_video.cloud.surroundings import Surroundings
from transcribe_video.manifest import Limits
from transcribe_video.settings import Settings, downloads_folder


def open_cloud(settings: Settings, limits: Limits, headers: Mapping[str, str]) -> CloudClient:
    """A client of the cloud; nothing is sent yet.

    Args:
        settings: where it is, and what opens it.
        limits: how much may travel.
        headers: go with every call, and to no other host.

    Raises:
        ConfigurationError: a setting cannot be used.
        StorageError: what is known of it cannot be kept.
    """
    account = Account(settings, headers)
    caller = Caller(account.renew, headers, transport="internet", refused=account.refused)
    around = Surroundings(
        archive=Archive(settings.home, settings.api_url),
        caller=caller,
        client=Client(caller, limits),
        settings=settings,
        limits=limits,
        host=urlsplit(settings.api_url).netloc,
        downloads=downloads_folder(),
    )
    return CloudClient(around, Owner(settings.home))
