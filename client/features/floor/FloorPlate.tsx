import type { FloorStatement } from "../../../shared/conference/floor.ts";
import { useConnection, useNow, useSelect } from "../../conference/hooks.ts";
import { useSpeech } from "../../i18n/intl.tsx";
import type { PlateSize } from "../../ui/Plate.tsx";
import { EmptyPlate, Plate } from "../../ui/Plate.tsx";
import { emblemOf, languageOf, nameOf } from "../delegations/delegation.ts";
import { useIsChanged } from "../useIsChanged.ts";
import { FloorTitle } from "./FloorTitle.tsx";
import { FreeFloor } from "./FreeFloor.tsx";
import { plateClock } from "./plateClock.ts";

/** The plate of whoever has the floor now, with its clock running; or what is awaited while nobody has it. */
export function FloorPlate({ size, brief }: { size: PlateSize; brief?: boolean | undefined }) {
	const statement = useSelect((state) => state.floor.statement);
	const key = statement?.id ?? "free";
	const isChanged = useIsChanged(key);
	return (
		<div key={key} className={isChanged ? "plate-arrives" : undefined}>
			{statement === null ? (
				<EmptyPlate size={size}>
					<FreeFloor />
				</EmptyPlate>
			) : (
				<SpeakerPlate statement={statement} size={size} brief={brief} />
			)}
		</div>
	);
}

function SpeakerPlate({
	statement,
	size,
	brief,
}: {
	statement: FloorStatement;
	size: PlateSize;
	brief: boolean | undefined;
}) {
	const { locale } = useSpeech();
	const { status } = useConnection();
	const now = useNow();
	const delegation = useSelect((state) => state.delegations.delegations.get(statement.delegationId));
	const lights = useSelect((state) => state.profile.procedure);
	const isAway = status === "reconnecting" || status === "offline";
	return (
		<Plate
			{...emblemOf(delegation)}
			name={nameOf(delegation, statement.delegationId, locale)}
			lang={delegation && languageOf(delegation.name, locale)}
			title={<FloorTitle statement={statement} />}
			size={size}
			brief={brief}
			clock={plateClock(statement, now, isAway, lights)}
		/>
	);
}
