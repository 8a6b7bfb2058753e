"""The embedded backend under the cloud's rules: a program, started with the calls of a token."""

import os
import sys
from dataclasses import replace

from transcribe_video.backend.service import run
from transcribe_video.manifest import load_manifest
from transcribe_video.settings import load_settings
from transcribe_video.skill import load_skill

UPLOAD_MB = 1

if __name__ == "__main__":
    skill = load_skill()
    manifest = load_manifest(skill.folder)
    limits = manifest.limits.model_copy(update={"upload_mb": UPLOAD_MB})
    settings = replace(load_settings(os.environ), cloud_token_calls=int(sys.argv[1]))
    sys.exit(run(settings, skill, manifest.model_copy(update={"limits": limits})))
