import { Message } from "../../../i18n/intl.tsx";
import type { ContentChange } from "./contentFacts.ts";

/** What a correction changes, field by field: what stands there now, and what will. */
export function ContentChanges({ changes }: { changes: readonly ContentChange[] }) {
	return (
		<section className="changes">
			<h3>
				<Message id="deskact.changes" values={{ count: changes.length }} />
			</h3>
			{changes.length === 0 ? (
				<p className="block-note">
					<Message id="deskact.noChanges" />
				</p>
			) : (
				<dl>
					{changes.map(({ name, before, after }) => (
						<div key={name}>
							<dt>
								<Message id={name} />
							</dt>
							<dd>
								<span className="visually-hidden">
									<Message id="deskact.before" />
								</span>
								<Said as="del" words={before} />
							</dd>
							<dd>
								<span className="visually-hidden">
									<Message id="deskact.after" />
								</span>
								<Said as="ins" words={after} />
							</dd>
						</div>
					))}
				</dl>
			)}
		</section>
	);
}

function Said({ as: Element, words }: { as: "del" | "ins"; words: string }) {
	if (words === "")
		return (
			<span className="dim">
				<Message id="deskact.empty" />
			</span>
		);
	return <Element dir="auto">{words}</Element>;
}
