/** Where a recording, its poster or its captions are read; content never changes under a name. */
export function mediaAddress(conferenceId: string, fileId: string): string {
	return `/api/conferences/${encodeURIComponent(conferenceId)}/media/${encodeURIComponent(fileId)}`;
}
