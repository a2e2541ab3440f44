import { Message } from "../../i18n/intl.tsx";
import { Button, LinkButton } from "../../ui/Button.tsx";
import { Brand } from "../../ui/Mark.tsx";

const texts = {
	error: ["notice.error", "notice.errorNext"],
	notFound: ["notice.notFound", "notice.notFoundNext"],
	otherSeat: ["console.otherSeat", "console.otherSeatNext"],
} as const;

/** A page instead of a console: what is true, and what to do. */
export function Notice({ kind }: { kind: keyof typeof texts }) {
	const [title, next] = texts[kind];
	return (
		<main className="notice">
			<Brand />
			<h1>
				<Message id={title} />
			</h1>
			<p>
				<Message id={next} />
			</p>
			{kind === "error" ? (
				<Button variant="primary" onClick={() => window.location.reload()}>
					<Message id="connection.reload" />
				</Button>
			) : (
				<LinkButton href="/">
					<Message id="delegate.openTally" />
				</LinkButton>
			)}
		</main>
	);
}
