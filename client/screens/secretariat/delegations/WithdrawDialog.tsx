import type { Representative } from "../../../../shared/conference/delegations.ts";
import { useConference } from "../../../conference/hooks.ts";
import { Message } from "../../../i18n/intl.tsx";
import { useFeedback } from "../../console/feedback.tsx";
import { ActDialog } from "../parts/ActDialog.tsx";
import { withdrawRepresentative } from "./accessApi.ts";
import { useHttpWords } from "./useHttpWords.ts";
import { usePersonName } from "./usePersonName.ts";

/** Ends an accreditation, and with it every link and sign-in of the person. */
export function WithdrawDialog({
	representative,
	onDone,
	onClose,
}: {
	representative: Representative;
	onDone: () => Promise<void>;
	onClose: () => void;
}) {
	const { conferenceId } = useConference();
	const { show } = useFeedback();
	const words = useHttpWords();
	const name = <bdi dir="auto">{usePersonName(representative.id)}</bdi>;
	const withdraw = async () => {
		const answer = await withdrawRepresentative(conferenceId, representative.id);
		if ("refused" in answer) return { words: words(answer.refused) };
		show({ title: <Message id="secretariat.withdrawn" values={{ name }} /> });
		void onDone();
		return undefined;
	};
	return (
		<ActDialog
			title={<Message id="secretariat.withdrawTitle" values={{ name }} />}
			act={<Message id="secretariat.withdraw" />}
			variant="red"
			startsAt="cancel"
			onAct={withdraw}
			onClose={onClose}
		>
			<p>
				<Message id="secretariat.withdrawNote" />
			</p>
		</ActDialog>
	);
}
