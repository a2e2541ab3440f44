import { useState } from "react";
import { inLanguage } from "../../../../shared/conference/common.ts";
import type { Need } from "../../../../shared/conference/needs.ts";
import { Message, useSpeech } from "../../../i18n/intl.tsx";
import { useCommand } from "../../console/useCommand.ts";
import { ActDialog } from "../parts/ActDialog.tsx";

/** Changes how many units are asked for; pledges keep what they promised. */
export function NeedDialog({ need, onClose }: { need: Need; onClose: () => void }) {
	const { locale } = useSpeech();
	const [quantity, setQuantity] = useState(String(need.quantity));
	const { run } = useCommand();
	const save = async () => {
		const command = { type: "changeNeed", needId: need.id, quantity: Number(quantity) } as const;
		const outcome = await run(command, {
			quiet: true,
			done: { title: <Message id="secretariat.needChanged" /> },
		});
		return outcome.status === "refused" ? outcome : undefined;
	};
	return (
		<ActDialog
			title={<bdi>{inLanguage(need.title, locale)}</bdi>}
			act={<Message id="common.save" />}
			onAct={save}
			onClose={onClose}
		>
			<label className="field">
				<Message id="secretariat.unitsAsked" />
				<input
					className="input input-short"
					type="number"
					required
					min={1}
					max={500}
					step={1}
					value={quantity}
					onChange={(event) => setQuantity(event.target.value)}
				/>
				<small>
					<Message id="secretariat.unitsAskedNote" />
				</small>
			</label>
		</ActDialog>
	);
}
