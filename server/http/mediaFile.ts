import type { Recording } from "../../shared/conference/recordings.ts";
import type { State } from "../../shared/conference/state.ts";

/** How a file of a recording is sent, and where it is kept. */
export interface MediaFile {
	readonly mediaType: string;
	/** A recording lies on the disk; captions and posters are with the other files. */
	readonly isRecording: boolean;
	/** Of captions. */
	readonly language: string | null;
}

/** The file as the recordings that somebody sees name it; nothing where they are told of no such file. */
export function mediaFile(visible: State, fileId: string): MediaFile | undefined {
	for (const recording of visible.recordings.recordings.values()) {
		const file = fileOf(recording, fileId);
		if (file !== undefined) return file;
	}
	return undefined;
}

function fileOf(
	{ fileId: own, mediaType, poster, captions }: Recording,
	fileId: string,
): MediaFile | undefined {
	if (own === fileId) return { mediaType, isRecording: true, language: null };
	if (poster?.fileId === fileId) return { mediaType: poster.mediaType, isRecording: false, language: null };
	const found = captions.find((each) => each.fileId === fileId);
	if (found === undefined) return undefined;
	return { mediaType: "text/vtt; charset=utf-8", isRecording: false, language: found.language };
}
