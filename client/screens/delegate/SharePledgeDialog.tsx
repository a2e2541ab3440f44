import { useState } from "react";
import type { Pledge } from "../../../shared/conference/pledge.ts";
import { partnersOf } from "../../../shared/conference/pledge.ts";
import { useSelect } from "../../conference/hooks.ts";
import { nameOf } from "../../features/delegations/delegation.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { ConfirmDialog } from "../console/FormDialog.tsx";
import { useCommand } from "../console/useCommand.ts";

/** Asks before partners are told of a draft, because that cannot be taken back (PL12). */
export function SharePledgeDialog({ pledge, onClose }: { pledge: Pledge; onClose: () => void }) {
	const { t, locale } = useSpeech();
	const { run, busy } = useCommand();
	const [refusal, setRefusal] = useState<string>();
	const delegations = useSelect((state) => state.delegations.delegations);
	const names = partnersOf(pledge.parts)
		.filter((id) => id !== pledge.delegationId)
		.map((id) => nameOf(delegations.get(id), id, locale));
	const partners = new Intl.ListFormat(locale === "qps" ? "en" : locale).format(names);
	const submit = async () => {
		const outcome = await run(
			{ type: "sharePledge", pledgeId: pledge.id },
			{ done: t("pledgebook.shared"), quiet: true },
		);
		if (outcome.status === "refused") setRefusal(outcome.words);
		else onClose();
	};
	return (
		<ConfirmDialog
			title={<Message id="pledgebook.shareTitle" />}
			submit={<Message id="pledgebook.share" />}
			busy={busy}
			refusal={refusal}
			onSubmit={() => void submit()}
			onClose={onClose}
		>
			<Message id="pledgebook.shareNote" values={{ partners: <bdi>{partners}</bdi> }} />
		</ConfirmDialog>
	);
}
