"""From clips of recordings to one MP4 file: ``python -m transcribe_video.media.render``.

``request`` says what may be asked for and loads no media library, ``planner`` decides how it is
done, ``command`` writes that down for ffmpeg, ``job`` carries it out. ffmpeg is run from here
only.
"""
