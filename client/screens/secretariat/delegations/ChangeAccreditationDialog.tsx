import { useState } from "react";
import type { Representative } from "../../../../shared/conference/delegations.ts";
import { Message } from "../../../i18n/intl.tsx";
import { useCommand } from "../../console/useCommand.ts";
import { ActDialog } from "../parts/ActDialog.tsx";
import { AccreditationFields } from "./AccreditationFields.tsx";
import { usePersonName } from "./usePersonName.ts";

/** Changes rank and rights; the delegation and the role stay (a person is accredited once). */
export function ChangeAccreditationDialog({
	representative,
	onClose,
}: {
	representative: Representative;
	onClose: () => void;
}) {
	const { run } = useCommand();
	const name = <bdi dir="auto">{usePersonName(representative.id)}</bdi>;
	const [level, setLevel] = useState(representative.level);
	const [rights, setRights] = useState([...representative.rights]);
	const save = async () => {
		const command = {
			type: "changeAccreditation",
			representativeId: representative.id,
			level,
			rights,
		} as const;
		const done = { title: <Message id="secretariat.changed" values={{ name }} /> };
		const outcome = await run(command, { quiet: true, done });
		return outcome.status === "refused" ? outcome : undefined;
	};
	return (
		<ActDialog
			title={<Message id="secretariat.changeTitle" values={{ name }} />}
			act={<Message id="common.save" />}
			onAct={save}
			onClose={onClose}
		>
			<AccreditationFields level={level} given={rights} onLevel={setLevel} onRights={setRights} />
		</ActDialog>
	);
}
