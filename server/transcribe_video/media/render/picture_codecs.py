"""Which pictures may be decoded at all; whatever is not here is refused."""

_PICTURE_CODECS = """
h264 hevc vvc av1 libdav1d libaom-av1
vp3 vp4 vp5 vp6 vp6a vp6f vp7 vp8 vp9 libvpx libvpx-vp9 theora
mpeg1video mpeg2video mpegvideo mpeg4 h261 h263 h263i h263p flv
msmpeg4 msmpeg4v1 msmpeg4v2 wmv1 wmv2 wmv3 vc1 wmv3image vc1image
rv10 rv20 rv30 rv40 svq1 svq3 cinepak indeo3 indeo4 indeo5
mjpeg mjpegb prores dnxhd cfhd dvvideo hap
ffv1 huffyuv ffvhuff utvideo magicyuv lagarith
rawvideo v210 v410 r210 yuv4 qtrle rpza smc 8bps png
msrle msvideo1 zmbv cscd tscc tscc2 fraps
"""
PICTURE_CODECS = frozenset(_PICTURE_CODECS.split())

MOST_PIXELS = 36_000_000
"""8192 × 4320 and a little: a picture that claims more is not worked on."""

STILL_CODECS = frozenset("mjpeg png gif webp".split())  # noqa: SIM905
"""Which still pictures may be decoded."""
