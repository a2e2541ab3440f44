import { Message } from "../../i18n/intl.tsx";
import type { PlainText } from "../../i18n/plainText.ts";
import { Flag } from "../../ui/Flag.tsx";
import { Brand } from "../../ui/Mark.tsx";

export const noticeKinds = [
	"join",
	"linkExpired",
	"linkRevoked",
	"linkUnknown",
	"signInNeeded",
	"notFound",
	"tooMany",
	"unavailable",
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

type Params = Readonly<Record<string, string>>;

export function noticeTitle(kind: NoticeKind, t: PlainText): string {
	return t(`notice.${kind}`);
}

/** One sentence on what is true and one on what comes next, in the product's look; needs no script. */
export function NoticePage({ kind, params }: { kind: NoticeKind; params: Params }) {
	return (
		<div className="notice-page">
			<header className="notice-header">
				<Brand size={30} />
				{params.conference && <span className="conference-title">{params.conference}</span>}
			</header>
			<main className="notice">
				{kind === "join" ? <Join params={params} /> : <Explanation kind={kind} params={params} />}
			</main>
		</div>
	);
}

function Explanation({ kind, params }: { kind: Exclude<NoticeKind, "join">; params: Params }) {
	return (
		<>
			<h1>
				<Message id={`notice.${kind}`} />
			</h1>
			<p>
				<Message id={`notice.${kind}Next`} />
			</p>
			{params.audienceUrl && (
				<p>
					<a href={params.audienceUrl}>
						<Message id="notice.toTally" />
					</a>
				</p>
			)}
		</>
	);
}

/**
 * A personal link was opened. Scanners of mail open links too, so that nothing is signed in before a person
 * has pressed the one button.
 */
function Join({ params }: { params: Params }) {
	const { name = "", title = "", delegation = "", flag, monogram, action } = params;
	return (
		<>
			<h1>
				<Message id="notice.join" />
			</h1>
			<div className="plate plate-console notice-plate">
				<div className="plate-body">
					{(flag || monogram) && (
						<Flag flag={flag || undefined} monogram={monogram || undefined} width={60} />
					)}
					<div className="plate-who">
						<b className="plate-name name-step-3">{delegation || name}</b>
						<span className="plate-title">
							{delegation && <bdi>{name}</bdi>}
							{delegation && title && ", "}
							{title && <bdi>{title}</bdi>}
						</span>
					</div>
				</div>
			</div>
			<form method="post" action={action}>
				<button type="submit" className="button button-primary notice-button">
					<span>
						<Message id="notice.joinAs" values={{ name: <bdi>{name || delegation}</bdi> }} />
					</span>
				</button>
			</form>
			<p>
				<Message id="notice.joinNext" />
			</p>
		</>
	);
}
