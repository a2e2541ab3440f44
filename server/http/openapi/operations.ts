import * as z from "zod/mini";
import {
	directoryAnswer,
	httpRefusal,
	linkRow,
	newFileAnswer,
	newLink,
	newLinkAnswer,
	newRepresentative,
	newText,
	newTextAnswer,
} from "../../../shared/protocol/http.ts";
import { pledgeImport, pledgeImportAnswer } from "../../../shared/protocol/pledgeImport.ts";
import {
	conferencesAnswer,
	initiativesAnswer,
	pledgesAnswer,
	publicInitiative,
	publicPledge,
	tallyAnswer,
} from "../../../shared/protocol/press.ts";
import { newFileOfRecordingAnswer, newRecordingAnswer } from "../../../shared/protocol/recordings.ts";
import { snapshotMessage } from "../../../shared/protocol/snapshot.ts";

/** The schemas that the description names, by their names there. */
export const namedSchemas = {
	Conferences: conferencesAnswer,
	Tally: tallyAnswer,
	Pledge: publicPledge,
	Pledges: pledgesAnswer,
	Initiative: publicInitiative,
	Initiatives: initiativesAnswer,
	Snapshot: snapshotMessage,
	Directory: directoryAnswer,
	NewRepresentative: newRepresentative,
	NewRepresentativeAnswer: z.strictObject({ representativeId: z.string() }),
	NewLink: newLink,
	NewLinkAnswer: newLinkAnswer,
	Links: z.array(linkRow),
	NewText: newText,
	NewTextAnswer: newTextAnswer,
	NewFileAnswer: newFileAnswer,
	NewRecordingAnswer: newRecordingAnswer,
	NewFileOfRecordingAnswer: newFileOfRecordingAnswer,
	PledgeImport: pledgeImport,
	PledgeImportAnswer: pledgeImportAnswer,
	Refusal: httpRefusal,
};
export type SchemaName = keyof typeof namedSchemas;

/** A body: JSON of a named schema, or bytes of a media type. */
export type Body = SchemaName | { readonly mediaTypes: readonly string[] };

export interface Operation {
	readonly method: "get" | "head" | "post" | "put" | "patch" | "delete";
	/** As OpenAPI writes it: `/api/conferences/{conference}/tally`. */
	readonly path: string;
	readonly id: string;
	readonly summary: string;
	readonly description?: string;
	/** Whom it answers; everybody else gets 401 or 403. */
	readonly who: "everybody" | "delegation" | "podiumAndSecretariat" | "secretariat" | "ownAudience";
	readonly query?: Readonly<Record<string, string>>;
	readonly headers?: Readonly<Record<string, string>>;
	readonly body?: Body;
	readonly answer: { readonly status: number; readonly description: string; readonly body?: Body };
	/** Statuses of refusals beside those of `who`. */
	readonly refusals?: readonly number[];
}

const figure = {
	only: "`confirmed`, `writing` (announced in writing), `incomplete` (a part is missing) or `filling` (units of a need).",
	category: "Pledges of this category.",
	priority: "Pledges that name this priority.",
	need: "Pledges for this capability need.",
	delegation: "Pledges in which this delegation takes part.",
	session: "Announced in this meeting; `-` for outside of all meetings.",
	novelty: "`new`, `enhanced` or `reaffirmed`.",
	unit: "Pledges with an amount in this unit, `money` with `currency`.",
	currency: "ISO 4217, with `unit=money`.",
	until: "Announced up to this instant, ISO 8601.",
	text: "Pledges in whose words, or names of delegations, each of these words occurs.",
	with: "Pledges in which all of these delegations take part, two or three, with commas.",
};

const conference = "/api/conferences/{conference}";

/** Every request under `/api` that the server answers. A test holds this list against the routes. */
export const operations: readonly Operation[] = [
	{
		method: "get",
		path: "/api/openapi.json",
		id: "openapi",
		summary: "This description",
		who: "everybody",
		answer: { status: 200, description: "OpenAPI 3.1", body: { mediaTypes: ["application/json"] } },
	},
	{
		method: "get",
		path: "/api/conferences",
		id: "conferences",
		summary: "The conferences that are held here",
		who: "everybody",
		answer: { status: 200, description: "Id and title of each", body: "Conferences" },
	},
	{
		method: "get",
		path: `${conference}/tally`,
		id: "tally",
		summary: "The public tally",
		description:
			"Each figure says what it counts. Delegations and pledges are two figures, and neither may be added up across categories, because one delegation is in many. Answers carry an ETag; ask with If-None-Match. The same as /{conference}/tally.json.",
		who: "everybody",
		answer: { status: 200, description: "The figures at one position of the record", body: "Tally" },
		refusals: [404],
	},
	{
		method: "get",
		path: `${conference}/pledges`,
		id: "pledges",
		summary: "The public pledges that a figure counts, or several at once; all of them without a query",
		description: "The same as /{conference}/pledges.json; as a sheet at /{conference}/pledges.csv.",
		who: "everybody",
		query: figure,
		answer: { status: 200, description: "In the order in which they became public", body: "Pledges" },
		refusals: [404],
	},
	{
		method: "get",
		path: `${conference}/initiatives`,
		id: "initiatives",
		summary: "The initiatives with their texts and rolls",
		who: "everybody",
		answer: { status: 200, description: "In the order in which they were opened", body: "Initiatives" },
		refusals: [404],
	},
	{
		method: "get",
		path: `${conference}/feed`,
		id: "feed",
		summary: "What changes, as server-sent events",
		description:
			"First the figures (`tally`), then each change: `pledge`, `initiative`, and `tally` whenever a figure changed. The data of each is JSON by the schema Feed_ with that name. The id of an event names a position of the record: who comes back with Last-Event-ID is told what it missed, or `reset` where that is no longer known; then read pledges and initiatives anew. When the server is full it answers 503 with Retry-After; browsers' EventSource does not try again by itself then.",
		who: "everybody",
		headers: { "Last-Event-ID": "Id of the event that was read last." },
		answer: {
			status: 200,
			description: "A stream that goes on",
			body: { mediaTypes: ["text/event-stream"] },
		},
		refusals: [404, 429, 503],
	},
	{
		method: "get",
		path: `${conference}/snapshot`,
		id: "snapshot",
		summary: "Everything that an audience may see, for screens",
		who: "ownAudience",
		query: {
			as: "`public` (default), `participants`, `secretariat`, `delegation:ID` or `podium:ID`; but for the public the reader's own.",
		},
		answer: { status: 200, description: "State at one position of the audience's stream", body: "Snapshot" },
		refusals: [400, 404],
	},
	{
		method: "get",
		path: `${conference}/directory`,
		id: "directory",
		summary: "Names of the people whom the reader may know",
		who: "everybody",
		answer: { status: 200, description: "Nobody for the public", body: "Directory" },
		refusals: [404],
	},
	{
		method: "delete",
		path: `${conference}/directory/{representative}`,
		id: "eraseName",
		summary: "Erases name, title and contact of a person",
		who: "secretariat",
		answer: { status: 204, description: "Erased" },
		refusals: [404],
	},
	{
		method: "post",
		path: `${conference}/representatives`,
		id: "accredit",
		summary: "Accredits a person",
		who: "secretariat",
		body: "NewRepresentative",
		answer: { status: 201, description: "Accredited", body: "NewRepresentativeAnswer" },
		refusals: [400, 404, 409, 503],
	},
	{
		method: "delete",
		path: `${conference}/representatives/{representative}`,
		id: "endAccreditation",
		summary: "Ends an accreditation with its links and sign-ins",
		who: "secretariat",
		answer: { status: 204, description: "Ended" },
		refusals: [404, 409, 503],
	},
	{
		method: "get",
		path: `${conference}/links`,
		id: "links",
		summary: "The personal sign-in links, without their secrets",
		who: "secretariat",
		answer: { status: 200, description: "All of the conference", body: "Links" },
		refusals: [404],
	},
	{
		method: "post",
		path: `${conference}/links`,
		id: "makeLink",
		summary: "Makes a personal sign-in link; its address is shown this once",
		who: "secretariat",
		body: "NewLink",
		answer: { status: 201, description: "Made", body: "NewLinkAnswer" },
		refusals: [400, 404, 409],
	},
	{
		method: "delete",
		path: `${conference}/links/{link}`,
		id: "revokeLink",
		summary: "Revokes a link with the sign-ins that it made",
		who: "secretariat",
		answer: { status: 204, description: "Revoked" },
		refusals: [404],
	},
	{
		method: "put",
		path: `${conference}/texts`,
		id: "fileText",
		summary: "Files the text of the own delegation's statement ahead",
		who: "delegation",
		body: "NewText",
		answer: {
			status: 201,
			description: "Filed; the delegation's alone until it is delivered",
			body: "NewTextAnswer",
		},
		refusals: [400, 404, 409, 413, 429, 503],
	},
	{
		method: "get",
		path: `${conference}/files/{file}`,
		id: "file",
		summary: "A text or document that stands in the reader's own view",
		description: "404 for everybody else, as for one that does not exist.",
		who: "everybody",
		answer: {
			status: 200,
			description: "The file",
			body: {
				mediaTypes: [
					"text/plain",
					"application/pdf",
					"application/vnd.openxmlformats-officedocument.wordprocessingml.document",
				],
			},
		},
		refusals: [404],
	},
	{
		method: "post",
		path: `${conference}/files`,
		id: "addFile",
		summary: "Keeps a document until an event names it",
		who: "secretariat",
		body: {
			mediaTypes: [
				"application/pdf",
				"application/vnd.openxmlformats-officedocument.wordprocessingml.document",
				"text/plain",
			],
		},
		answer: { status: 201, description: "Kept", body: "NewFileAnswer" },
		refusals: [400, 404, 413, 415, 503],
	},
	{
		method: "post",
		path: `${conference}/uploads`,
		id: "beginUpload",
		summary: "Announces a recording of the own delegation's statement, or for the secretariat of any",
		description:
			"The tus protocol, version 1.0.0, with its extensions creation, termination and expiration. `Upload-Metadata` names `segmentId` and `delegationId`, their values in base64. `Location` is where the parts go.",
		who: "delegation",
		headers: {
			"Tus-Resumable": "`1.0.0`",
			"Upload-Length": "Bytes in all.",
			"Upload-Metadata": "`segmentId BASE64,delegationId BASE64`",
		},
		answer: { status: 201, description: "Announced; an upload that is not gone on with is kept for a day" },
		refusals: [400, 404, 409, 412, 413, 429, 503],
	},
	{
		method: "head",
		path: `${conference}/uploads/{upload}`,
		id: "uploadOffset",
		summary: "How far an own upload has come, to go on after a lost connection",
		who: "delegation",
		headers: { "Tus-Resumable": "`1.0.0`" },
		answer: { status: 200, description: "`Upload-Offset` and `Upload-Length`" },
		refusals: [404, 410, 412, 503],
	},
	{
		method: "patch",
		path: `${conference}/uploads/{upload}`,
		id: "uploadPart",
		summary: "Sends a part. With the last one the recording is measured, held against the limit and filed",
		who: "delegation",
		headers: { "Tus-Resumable": "`1.0.0`", "Upload-Offset": "Where the part begins, in bytes." },
		body: { mediaTypes: ["application/offset+octet-stream"] },
		answer: { status: 200, description: "Filed; 204 for a part before the last", body: "NewRecordingAnswer" },
		refusals: [400, 404, 409, 412, 413, 415, 503],
	},
	{
		method: "delete",
		path: `${conference}/uploads/{upload}`,
		id: "endUpload",
		summary: "Throws an own upload away before it is whole",
		who: "delegation",
		headers: { "Tus-Resumable": "`1.0.0`" },
		answer: { status: 204, description: "Thrown away" },
		refusals: [404, 412],
	},
	{
		method: "put",
		path: `${conference}/recordings/{recording}/captions/{language}`,
		id: "fileCaptions",
		summary: "Files captions of a recording in a language, in place of those before",
		description: "WebVTT, at most 500 kB. `wrongCaptions` names the first line that is wrong.",
		who: "delegation",
		body: { mediaTypes: ["text/vtt"] },
		answer: { status: 201, description: "Filed", body: "NewFileOfRecordingAnswer" },
		refusals: [400, 404, 409, 413, 415, 503],
	},
	{
		method: "put",
		path: `${conference}/recordings/{recording}/poster`,
		id: "filePoster",
		summary: "Files the picture that stands there before a recording plays, at most 1 MB",
		who: "delegation",
		body: { mediaTypes: ["image/jpeg", "image/png", "image/webp"] },
		answer: { status: 201, description: "Filed", body: "NewFileOfRecordingAnswer" },
		refusals: [404, 409, 413, 415, 503],
	},
	{
		method: "get",
		path: `${conference}/media/{file}`,
		id: "media",
		summary: "A recording, its poster or its captions",
		description:
			"For everybody once it has been played; before that for its delegation, the podium and the secretariat, and 404 for everybody else. Ranges are answered with 206; the ETag is strong.",
		who: "everybody",
		headers: { Range: "A part, in bytes." },
		answer: {
			status: 200,
			description: "The file",
			body: {
				mediaTypes: ["video/mp4", "video/webm", "text/vtt", "image/jpeg", "image/png", "image/webp"],
			},
		},
		refusals: [404, 416, 503],
	},
	{
		method: "post",
		path: `${conference}/pledges/import`,
		id: "importPledges",
		summary: "Imports pledges that were made before or elsewhere: all of them or none",
		who: "secretariat",
		body: "PledgeImport",
		answer: { status: 201, description: "Imported", body: "PledgeImportAnswer" },
		refusals: [400, 404, 409, 413, 503],
	},
	{
		method: "get",
		path: `${conference}/exports/list.{format}`,
		id: "exportList",
		summary: "The trail of list, floor and programme, with record numbers and hashes",
		who: "podiumAndSecretariat",
		query: { meeting: "Of one meeting alone." },
		answer: {
			status: 200,
			description: "The trail as JSON or as a sheet",
			body: { mediaTypes: ["application/json", "text/csv"] },
		},
		refusals: [404, 503],
	},
	{
		method: "get",
		path: `${conference}/exports/statements.{format}`,
		id: "exportStatements",
		summary: "Statements with start, end, time spoken and paused, limit and over-run",
		who: "everybody",
		query: { meeting: "Of one meeting alone." },
		answer: {
			status: 200,
			description: "The statements as JSON or as a sheet",
			body: { mediaTypes: ["application/json", "text/csv"] },
		},
		refusals: [404],
	},
];
