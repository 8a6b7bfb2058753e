"""What the backend answers: one file for each thing that can be asked for."""

from transcribe_video.backend.routes import (
    balance,
    chat,
    claim,
    document,
    health,
    job,
    preview,
    render,
    session,
    state,
    token,
    transcript,
    upload,
)

ROUTES = (
    *balance.ROUTES,
    *chat.ROUTES,
    *claim.ROUTES,
    *document.ROUTES,
    *health.ROUTES,
    *job.ROUTES,
    *preview.ROUTES,
    *render.ROUTES,
    *session.ROUTES,
    *state.ROUTES,
    *token.ROUTES,
    *transcript.ROUTES,
    *upload.ROUTES,
)
