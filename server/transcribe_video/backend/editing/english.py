"""What is said of edits, in English; in braces stands what is put in."""

from collections.abc import Mapping

ENGLISH: Mapping[str, str] = {
    "comma": ", ",
    "and": " and ",
    "stop": " ",
    "semicolon": "; ",
    "edited": "{what}. The video is {now} now (it was {was}).",
    "instead": "Instead of the last change ({was}): {what}",
    "edited_same": "{what}. The video is still {now} long.",
    "unread": "Not understood, and so not done: “{text}”.",
    "cut": "Cut {spans}",
    "removed": "Removed {span}",
    "kept_quiet": "Shortened {pauses} longer than {longer} to {kept}, by {gone} in all",
    "one_pause": "1 pause",
    "pauses": "{count} pauses",
    "seconds": "{count} s",
    "fillers": "Filler words cut: {count}",
    "in_places": "{told} ({count} places)",
    "fillers_muted": "Filler words muted: {count}",
    "repeats": "Takes cut that are said again: {count}",
    "split": "Split at {at}",
    "moved": "Moved {span} to {to}",
    "to_end": "the end",
    "to_start": "the beginning",
    "before_words": "{at}, before “{text}”",
    "behind_words": "{at}, after “{text}”",
    "behind_text": "after “{text}”",
    "title": "Added the title “{text}” ({span})",
    "retitled": "Changed the title: “{text}” ({span})",
    "untitled": "Removed the title {titles}",
    "all_untitled": "Removed the titles {titles}",
    "captions_on": "Captions are on{how}",
    "captions_off": "Captions are off",
    "burned": "burned into the picture",
    "highlighted": "with the spoken word marked",
    "sized": "{size} letters",
    "placed": "at the {position}",
    "colored": "{color} letters",
    "color_white": "white",
    "color_yellow": "yellow",
    "color_green": "green",
    "color_cyan": "cyan",
    "color_red": "red",
    "color_blue": "blue",
    "color_black": "black",
    "no_smaller": "There are no smaller letters for captions.",
    "no_larger": "There are no larger letters for captions.",
    "player": (
        "A player shows captions in its own way; “burn the captions in” makes them part of the "
        "picture, just as they are set."
    ),
    "size_small": "small",
    "size_medium": "medium",
    "size_large": "large",
    "the_top": "the top",
    "the_center": "the middle",
    "the_bottom": "the bottom",
    "top": "top",
    "center": "center",
    "bottom": "bottom",
    "music": "Added “{name}” as music at {percent} %{ducked}",
    "music_again": "The music “{name}”, there already, is at {percent} % now{ducked}",
    "ducked": ", quieter while somebody speaks",
    "volume": "The volume is {percent} % of what it was",
    "volume_for": "The volume of {span} is {percent} % of what it was",
    "volume_total": ", {percent} % of the recording",
    "set": "The volume is {percent} % of the recording",
    "set_for": "The volume of {span} is {percent} % of the recording",
    "music_set": "The volume of the music is {percent} % of its file",
    "music_set_for": "The volume of the music in {span} is {percent} % of its file",
    "still_muted": "What is muted stays so; “unmute” brings it back.",
    "muted": "Muted all of it",
    "muted_for": "Muted {span}",
    "unmuted": "It is heard again, at {percent} % of the recording",
    "unmuted_for": "{span} is heard again, at {percent} % of the recording",
    "music_unmuted": "The music is heard again, at {percent} % of its file",
    "music_unmuted_for": "The music in {span} is heard again, at {percent} % of its volume",
    "music_volume": "The volume of the music is {percent} % of what it was",
    "music_volume_for": "The volume of the music in {span} is {percent} % of what it was",
    "music_muted": "Muted the music",
    "music_muted_for": "Muted the music in {span}",
    "music_removed": "Removed the music {names}",
    "fade_in": "Fades in over {length}",
    "fade_in_audio": "The sound fades in over {length}",
    "fade_in_video": "The picture fades in over {length}",
    "fade_out": "Fades out over {length}",
    "fade_out_audio": "The sound fades out over {length}",
    "fade_out_video": "The picture fades out over {length}",
    "fades": "Fades in over {first} and out over {last}",
    "loudness": "The loudness will be {lufs} LUFS",
    "crop": "The picture is cropped to {aspect}",
    "pad": "The picture is padded to {aspect}",
    "size": "The picture will be {height}p (its shorter side)",
    "speed": "All of it plays {factor} times as fast",
    "speed_for": "{span} plays {factor} times as fast",
    "speed_again": "All of it plays {factor} times as fast as before",
    "speed_again_for": "{span} plays {factor} times as fast as before",
    "speed_total": ", {factor} times as fast as recorded",
    "speed_back": ", as fast as recorded",
    "as_recorded": "All of it plays as fast as it was recorded",
    "as_recorded_for": "{span} plays as fast as it was recorded",
    "image": "Added the picture “{name}” at {at} for {length}",
    "ordered": "{names} play one after the other",
    "joined": "Added {names} at the end",
    "joined_at": "Put {names} in at {at}",
    "matched": "The video says the edited text now; cut {spans}",
    "matched_moves": "The video says the edited text now",
    "more": "and {count} more",
    "plan": (
        "Nothing is changed yet. This would be cut: {spans}. The video would be {now} instead "
        "of {was}."
    ),
    "plan_other": (
        "Nothing is changed yet. What you would get: {what}. The video would be {now} instead of "
        "{was}."
    ),
    "plan_besides": "What you would get: {what}.",
    "doubt_topic": "These are the sentences that name it; more or fewer may be about it.",
    "doubt_near": "What was quoted is not said in just these words; this comes nearest.",
    "doubt_incomplete": "The video would not say all of the text.",
    "confirm": "Shall that be done?",
    "confirm_without": "Shall that be done without what was not understood?",
    "yes": "do it",
    "choose_cut": "cut {span}",
    "choose_keep": "keep only {span}",
    "choose_mute": "mute {span}",
    "choose_move": "move {span} to {to}",
    "choose_retitled": "change the title “{text}” to {to}",
    "choose_untitled": "remove the title “{text}”",
    "choose_music": "remove the music “{name}”",
    "one_by_one": "Undoing, looking and changing are said one at a time, so nothing was done.",
    "no_plan": "Nothing is waiting for your yes. Say what shall be changed.",
    "left_out": (
        "“{name}” is in the project and not in the video: “append {name}” puts it at the end."
    ),
    "kept_so": "Nothing waits for an answer. “undo” takes the last change back.",
    "title_gone": "The title “{text}” was shown in that part, and is gone with it.",
    "declined": "Nothing is changed.",
    "plan_dropped": "The plan is dropped, and nothing else is changed.",
    "undo_again": "Another “undo” takes back the last change.",
    "what_if": "what would happen if you {message}?",
    "stale": "The video was changed since that was planned. Say again what shall be changed.",
    "undone": "Undone: {what}. The video is {now} now.",
    "redone": "Done again: {what}. The video is {now} now.",
    "fewer_undone": "No more than {count} of the {asked} steps could be taken back.",
    "fewer_redone": "No more than {count} of the {asked} steps could be done again.",
    "nothing_undone": "There is nothing to undo.",
    "nothing_redone": "There is nothing to do again.",
    "over": "Everything is taken back; “undo” brings it again. The video is {now} now.",
    "over_summary": "Everything was taken back",
    "changes": "Changed so far: {what} The video is {now}.",
    "numbered": "{number}. {what}.",
    "no_changes": "Nothing is changed so far. The video is {now}.",
    "several": "“{text}” is said {count} times. Nothing is changed yet: which one is meant?",
    "some_shown": (
        "The first {shown} are shown, and there are {more} more: “the last one” and the like mean "
        "those too."
    ),
    "still_transcribing": (
        "That needs the words and their times, and the recording is still being transcribed. Say "
        "it again when that is done."
    ),
    "captions_follow": "The words for them come with the transcript, which is being made.",
    "transcribing_first": (
        "That needs the words and their times, so the recording is transcribed first. Say it "
        "again when that is done."
    ),
    "transcribing_part": (
        "That needs the words and their times, and those of {names} are not known yet: they are "
        "transcribed first. Say it again when that is done."
    ),
    "unheard": "There is no transcript of {names}, so what is said there is not known.",
    "not_made_yet": (
        "The edit is not made yet: it needs the words. Say it again once the recording is "
        "transcribed."
    ),
    "propose": "Three things would improve this video. Which one?",
    "other_amount": "For other amounts say “undo”, and then for example {examples}.",
    "other_amount_planned": "For other amounts say for example {examples}.",
    "example_sound_louder": "make it twice as loud",
    "example_sound_quieter": "make it 50 % quieter",
    "example_music_louder": "make the music twice as loud",
    "example_music_quieter": "make the music 50 % quieter",
    "example_faster": "play it 1.5 times as fast",
    "example_slower": "play it at half speed",
    "example_silences": "remove pauses longer than 1.5 s",
    "example_volume": "add {name} at 50 %",
    "example_title": 'put "{text}" on top for 5 seconds',
    "example_image": "show {name} for 8 seconds",
    "example_fade_in": "fade in over 3 seconds",
    "example_fade_out": "fade out over 3 seconds",
    "ask": (
        "It is not clear what is meant{about}. Say it with times (“cut 1:20-1:45”) or with "
        "words that are said (cut from “so anyway” to “right”)."
    ),
    "ask_which": "It is not clear what is meant{about}?",
    "ask_choice": "Which one is meant? Say for example “the second one”.",
    "ask_clip": "There is no such clip. The video has {count}: {clips}. Which one is meant?",
    "one_clip": "The video is one clip, {clip}. Say with times what is meant: “cut 1:20-1:45”.",
    "ask_color": "Captions cannot have that colour. These can be had: {colors}. Which one?",
    "answer_color": "{color} captions",
    "clips_one": "The video is one clip, {clip}.",
    "clips": "The video has {count} clips: {clips}.",
    "help": (
        "You can say for example: “cut 1:20-1:45”, “remove the pauses”, “remove the filler words”, "
        "“cut from 'so anyway' to 'right'”, “add captions”, “put 'Hello' on top for 3 seconds”, "
        "“make it louder”, “crop to 9:16”, “undo”, “export it”."
    ),
    "ask_title": (
        "Which title, and what shall it be? Say it like “change the title to 'Harbour'”, “move the "
        "title to 0:20”, “move the title to the top” or “make the title last 5 seconds”."
    ),
    "ask_file": "Which file? Say “add ~/Music/song.mp3”, with the folder in which it lies.",
    "answer_wide": "crop to 16:9",
    "answer_upright": "crop to 9:16",
    "answer_square": "crop to 1:1",
    "answer_youtube": "normalize the loudness for YouTube",
    "answer_podcast": "normalize the loudness for a podcast",
    "answer_broadcast": "normalize the loudness for broadcast",
    "impossible": (
        "That cannot be done on this computer{about}. What can: cutting, moving and muting by time "
        "or by words, pauses, filler words, repeated takes, titles, captions and their colour, "
        "music, volume, loudness, fades, crop, size, speed, pictures, and joining files."
    ),
    "impossible_caption_words": (
        "Captions and transcripts say what was recognised, and their words cannot be corrected "
        "here. Say “export the srt” or “export the transcript as Word”, and correct that file by "
        "hand."
    ),
    "impossible_translate": (
        "Nothing is translated here: captions and documents are in the language that is spoken. "
        "If another language was heard than the one that is spoken, say it, for example "
        "“transcribe it in German”."
    ),
    "beyond": "{at} lies behind the end of the video, which is {d} long.",
    "said_at": "“{text}” is said {count} times: {times}.",
    "not_heard": "The recording is not transcribed yet: say “transcribe it”, then ask again.",
    "saved_at": "Saved: {paths}",
    "not_saved": "Nothing is saved yet: say “export it”, or “export the transcript”.",
    "long": "The video is {d} long.",
    "all_beyond": "That lies behind the end of the video, which is {d} long.",
    "backwards": "The end of that range lies before its beginning.",
    "into_itself": "A part cannot be moved into itself.",
    "parted": (
        "Another wish of the message takes {from}-{to} apart, and it can only be moved whole. Move "
        "it in a message of its own."
    ),
    "cut_already": "Another wish of the message cuts {from}-{to} out, so nothing of it is left.",
    "too_short": "No picture begins in {span} (one lasts {picture}), so nothing is changed there.",
    "in_place": "{span} is there already, so nothing is moved.",
    "all_kept": "That is all of the video, so nothing is cut.",
    "same_text": "The video says just that text already, so nothing is changed.",
    "unchanged": "That is so already, and nothing is changed: {what}.",
    "too_brief": "What is shown for {shown} is never seen. Say for how long, e.g. for 3 seconds.",
    "long_title": (
        "A title can have {most} letters, and this one has {count}. Shorten it, or put its parts "
        "on one after the other."
    ),
    "several_files": (
        "Several files are called “{name}”: {names}. Nothing is changed: say it again with the "
        "folder of the one that is meant."
    ),
    "title_replaced": "It stands in place of “{text}”, which was there at that time.",
    "nothing_left": "Nothing of the video would be left, so nothing was changed.",
    "no_transcript": "The recording is not transcribed yet, and that needs its words.",
    "no_words": "Nothing is said in the video as it is now.",
    "not_said_after": "“{text}” is not said after {at}. “export the transcript” shows what is.",
    "not_said_before": "“{text}” is not said before {at}. “export the transcript” shows what is.",
    "not_so_often": (
        "“{text}” is not said so often ({count} in all). Nothing is changed yet: which one is "
        "meant?"
    ),
    "no_sentences": (
        "The transcript does not mark where a sentence ends. Quote what is meant: cut “so anyway”."
    ),
    "few_sentences": "There are not so many sentences ({count} in all), so nothing was changed.",
    "not_said": "“{text}” is not said in the video. “export the transcript” shows what is.",
    "nothing_between": "Nothing lies between the two quotes: {text}.",
    "is_there": "“{text}” is there already, so nothing was changed.",
    "nowhere": "Where shall it go? To the beginning, to the end, or before or after which words?",
    "not_this_text": (
        "That is not the text of this video: too many of its words are never said ({words})."
    ),
    "scattered": (
        "That text would cut the video into more than {most} parts, and no more can be exported. "
        "Hand back longer stretches of what was said, in the order in which it was said."
    ),
    "too_many_clips": (
        "That would cut the video into {count} parts, and {most} are the most that can be "
        "exported. Cut less: only longer pauses, for example."
    ),
    "brought_back": "Brought back, because the text holds it: “{words}”.",
    "strange": "Left out, because they are not said in the recording: {words}.",
    "misplaced": "Left out, because they are said elsewhere in the recording: {words}.",
    "nothing_found": "{told}",
    "no_fillers": (
        "No filler words were found in the transcript; the speech model often leaves “um” and “uh” "
        "out."
    ),
    "no_repeats": "Nothing is said again right after.",
    "no_silences": "No pause is longer than {longer}.",
    "no_silences_there": "There is no pause there that is longer than {longer}.",
    "music_ends": "“{name}” is shorter than the video: it ends at {at}, and the video at {d}.",
    "no_titles": "There is no title in the video.",
    "not_a_title": "No title says “{text}”. There is {names}.",
    "title_repeated": "“{text}” is shown more than once.",
    "which_title": "There are several titles. Nothing is changed yet: which one is meant?",
    "several_titles": "Several titles may be meant by “{text}”. Nothing is changed yet: which one?",
    "no_music": "There is no music in the video.",
    "not_music": "“{name}” is not the music of this video. There is {names}.",
    "several_music": "Several files may be meant by “{name}”. Nothing is changed yet: which one?",
    "no_file": "“{name}” is not in this project. Say where it lies: “{with_path}”.",
    "not_brought": (
        "“{name}” is not in this project. Say “upload a file” to bring it, then say this again."
    ),
    "bring_audio": "add ~/Music/{name}",
    "bring_image": "show ~/Pictures/{name}",
    "bring_video": "append ~/Videos/{name}",
    "no_sound": (
        "“{name}” has no sound, so it cannot be the music. Take a file that has some, for example "
        "“add ~/Music/song.mp3”, or show it in the video: “append {name}”."
    ),
    "no_image": "“{name}” is not a picture.",
    "in_video": (
        "“{name}” is in the video already, so nothing is added or moved. “append {name}” puts it "
        "in once more; say with times what shall be moved: “move 1:20-1:45 to the beginning”."
    ),
    "nothing_to_join": "All files of the project are in the video already.",
    "too_loud": "That is too loud: ten times as loud is the most.",
    "bad_speed": "The speed can be {slowest} to {fastest} times the usual one.",
    "bad_loudness": "The loudness can be {quietest} to {loudest} LUFS.",
    "bad_height": "The picture can be 240 to {most} pixels high.",
    "nothing_there": "There is nothing in the video yet. Bring a file first.",
    "rest_again": "What else the message asks for is not done either: say it again then.",
    "not_any": "So nothing of the message was done.",
    "ask_length": (
        "The video is {now} long, and the wish is {goal}. Say which parts shall go, or choose."
    ),
    "way": "{message} (it would be about {d} long)",
    "choose_beginning": "keep only 0:00 to {d}",
    "choose_speed": "play it {factor} times as fast",
    "propose_silences": "remove pauses longer than 0.8 s",
    "propose_fillers": "remove filler words",
    "propose_captions": "add captions at the bottom",
    "propose_loudness": "normalize the loudness for YouTube",
    "propose_start": "cut the first {length} seconds",
    "propose_fades": "fade in over 1 second and fade out over 2 seconds",
    "propose_title": "put “{name}” on top for the first 3 seconds",
    "propose_speed": "play it 1.1 times as fast",
    "propose_size": "make it 720p",
    "propose_crop": "crop to 9:16",
    "about_clip": "which clip",
    "about_range": "which part",
    "about_place": "where to",
    "about_time": "when",
    "about_words": "which words",
    "about_text": "which text",
    "about_aspect": "which shape, 16:9, 9:16 or 1:1",
    "about_factor": "how fast",
    "about_level": "how loud",
    "about_music_level": "how loud",
    "about_loudness": "how loud in LUFS, or for which place",
    "about_fade": "in or out",
    "about_contradiction": "the wishes contradict each other",
    "about_generate_video": "making up pictures that nobody filmed",
    "about_generate_image": "making up pictures",
    "about_generate_music": "making up music",
    "about_generate": "making something up",
    "about_voice": "making up a voice",
    "about_color": "changing colours",
    "about_blur": "blurring",
    "about_stabilize": "steadying the picture",
    "about_denoise": "taking out noise",
    "about_transition": "transitions between clips",
    "about_rotate": "turning the picture",
    "about_background": "changing the background",
    "about_reverse": "playing backwards",
    "about_zoom": "zooming",
    "about_effect": "effects",
    "about_record": "recording",
    "about_overlay": "laying a picture over a part of the video; a still picture fills it",
    "about_title_color": "giving a title a colour of its own; captions can have one",
    "about_music_part": (
        "laying music under a part of the video: it begins with the video; add it, and say where "
        "it shall be silent, as in “mute the music from 0:30 to 1:00”"
    ),
    "about_object": "taking things or people out of the picture",
}
