import { PledgeFeed } from "../../features/pledges/PledgeFeed.tsx";
import { useFresh } from "../../features/pledges/useFresh.ts";
import { ProgrammeList } from "../../features/programme/ProgrammeList.tsx";
import type { ListPlace } from "../../features/speakersList/listSegment.ts";
import type { ListRows } from "../../features/speakersList/rows.ts";
import { Documents } from "./Documents.tsx";
import { type SeatTab, sideOf } from "./SeatTabs.tsx";
import { SpeakersColumn } from "./SpeakersColumn.tsx";

/** The side column: the list, the programme, or what was announced. */
export function SideColumn({
	tab,
	place,
	rows,
	delegationId,
}: {
	tab: SeatTab;
	place: ListPlace | undefined;
	rows: ListRows;
	delegationId: string;
}) {
	const fresh = useFresh();
	switch (sideOf(tab)) {
		case "speakers":
			return <SpeakersColumn place={place} rows={rows} delegationId={delegationId} />;
		case "programme":
			return (
				<section className="side-programme" aria-labelledby="programme-title">
					<ProgrammeList headingId="programme-title" />
					{/* On a phone the papers have no place under the stage. */}
					<div className="side-documents">
						<Documents segmentId={place?.segment.id} />
					</div>
				</section>
			);
		case "pledges":
			return <PledgeFeed fresh={fresh} target="_blank" />;
	}
}
