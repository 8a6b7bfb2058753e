"""Which containers and sound codecs may be read at all; whatever is not here is refused.

No row opens a second file: lists of files (concat, HLS, DASH, image sequences, SDP) are absent.
No codec is for pictures, so that no picture is ever decoded, however large it claims to be.
"""

# Demuxer, and what people call it.
CONTAINERS = (
    ("aac", "AAC"),
    ("ac3", "Dolby Digital"),
    ("aiff", "AIFF"),
    ("amr", "AMR"),
    ("ape", "Monkey's Audio"),
    ("asf", "Windows Media"),
    ("au", "AU"),
    ("avi", "AVI"),
    ("caf", "Core Audio"),
    ("dsf", "DSF"),
    ("dss", "DSS dictation"),
    ("dts", "DTS"),
    ("dtshd", "DTS-HD"),
    ("dv", "DV"),
    ("eac3", "Dolby Digital Plus"),
    ("flac", "FLAC"),
    ("flv", "Flash Video"),
    ("gxf", "GXF"),
    ("loas", "AAC"),
    ("matroska", "Matroska or WebM"),
    ("mov", "MP4 or QuickTime"),
    ("mp3", "MP3"),
    ("mpc", "Musepack"),
    ("mpc8", "Musepack"),
    ("mpeg", "MPEG programme stream"),
    ("mpegts", "MPEG transport stream"),
    ("mxf", "MXF"),
    ("nut", "NUT"),
    ("ogg", "Ogg"),
    ("oma", "OpenMG"),
    ("qcp", "QCP"),
    ("rm", "RealMedia"),
    ("tak", "TAK"),
    ("truehd", "Dolby TrueHD"),
    ("tta", "TTA"),
    ("voc", "VOC"),
    ("w64", "Wave64"),
    ("wav", "WAV"),
    ("wtv", "Windows TV recording"),
    ("wv", "WavPack"),
)

_SOUND_CODECS = """
aac aac_fixed aac_latm ac3 ac3_fixed eac3 dca truehd mlp
mp1 mp1float mp2 mp2float mp3 mp3float mp3adu mp3adufloat mp3on4 mp3on4float
opus libopus vorbis speex flac alac als ape tak tta wavpack shorten mpc7 mpc8
amrnb amrwb evrc qcelp g722 g723_1 g726 g726le g729 gsm gsm_ms ilbc dss_sp
wmav1 wmav2 wmapro wmalossless wmavoice
cook sipr real_144 real_288 ralf nellymoser qdm2 qdmc mace3 mace6 truespeech
atrac1 atrac3 atrac3al atrac3plus atrac3plusal
dvaudio s302m dolby_e dsd_lsbf dsd_lsbf_planar dsd_msbf dsd_msbf_planar dst
adpcm_ima_qt adpcm_ima_wav adpcm_ms adpcm_swf adpcm_yamaha
pcm_alaw pcm_mulaw pcm_bluray pcm_dvd
pcm_f32be pcm_f32le pcm_f64be pcm_f64le
pcm_s8 pcm_s8_planar pcm_u8
pcm_s16be pcm_s16be_planar pcm_s16le pcm_s16le_planar pcm_u16be pcm_u16le
pcm_s24be pcm_s24daud pcm_s24le pcm_s24le_planar pcm_u24be pcm_u24le
pcm_s32be pcm_s32le pcm_s32le_planar pcm_u32be pcm_u32le pcm_s64be pcm_s64le
"""
SOUND_CODECS = frozenset(_SOUND_CODECS.split())

# Passed to the library on opening. No protocol is allowed: it reads from a file that is open
# already, and has no name by which to open another one. So many bytes it may look through for
# tracks, for sound that begins seconds after the picture in an MPEG stream.
OPEN_OPTIONS = {
    "format_whitelist": ",".join(name for name, _ in CONTAINERS),
    "codec_whitelist": ",".join(sorted(SOUND_CODECS)),
    "protocol_whitelist": "none",
    "probesize": "25000000",
}


def container_title(demuxer: str) -> str:
    """What people call a container, from the demuxer's comma-separated names."""
    titles = dict(CONTAINERS)
    return next((titles[name] for name in demuxer.split(",") if name in titles), demuxer)
