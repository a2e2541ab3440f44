import type { PledgeContent } from "../../../shared/conference/pledge.ts";
import { checksOf, pledgeChecks } from "../../../shared/conference/pledgeChecks.ts";
import { Message } from "../../i18n/intl.tsx";
import { classes } from "../../ui/classes.ts";
import { Check } from "../../ui/icons.ts";
import { tidied } from "./content.ts";

/** What would make the pledge stronger, as it is written (PL20): advice that never stands in the way. */
export function PledgeAdvice({ content }: { content: PledgeContent }) {
	const checks = checksOf(tidied(content));
	return (
		<div className="advice" aria-live="polite">
			<span className="label">
				<Message id="pledgeadvice.title" />
			</span>
			<ul>
				{pledgeChecks.map((check) => (
					<li key={check} className={classes(checks[check] && "advice-met")}>
						<span className="advice-mark" aria-hidden="true">
							{checks[check] && <Check />}
						</span>
						<Message id={checks[check] ? `pledgeadvice.${check}Met` : `pledgeadvice.${check}`} />
					</li>
				))}
			</ul>
		</div>
	);
}
