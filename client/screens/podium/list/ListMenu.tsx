import { Button as TriggerButton } from "react-aria-components/Button";
import { Menu, MenuItem, MenuTrigger } from "react-aria-components/Menu";
import { Popover } from "react-aria-components/Popover";
import { Separator } from "react-aria-components/Separator";
import { type SegmentMode, segmentModes } from "../../../../shared/conference/programme.ts";
import { useSelect } from "../../../conference/hooks.ts";
import type { ListPlace } from "../../../features/speakersList/listSegment.ts";
import { Message, useSpeech } from "../../../i18n/intl.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import { Ellipsis } from "../../../ui/icons.ts";
import { usePodiumDialog } from "../dialogs/podiumDialog.ts";
import type { Podium } from "../usePodium.ts";

const modeWords = {
	list: "podium.modeList",
	requests: "podium.modeRequests",
	ceremony: "podium.modeCeremony",
} as const satisfies { readonly [Mode in SegmentMode]: string };

/** The rarer acts on the list as a whole: its times, its limits, lots, and how the floor is given. */
export function ListMenu({ podium, place }: { podium: Podium; place: ListPlace }) {
	const { t } = useSpeech();
	const open = usePodiumDialog();
	const hasDraw = useSelect((state) => state.profile.procedure.order.includes("draw"));
	const { segment } = place;
	const segmentId = segment.id;
	const { draw, status } = podium.rows.list;
	const isOpen = status === "open" || status === "closing";
	const changeMode = (mode: SegmentMode) => () =>
		open({
			kind: "act",
			act: {
				command: { type: "changeMode", segmentId, mode },
				title: <Message id={modeWords[mode]} />,
				detail: <Message id="podium.modeDetail" />,
				submit: <Message id="podium.changeMode" />,
				done: t("podium.modeChanged"),
			},
		});
	const drawLots = () =>
		open({
			kind: "act",
			act: {
				command: { type: "drawLots", segmentId, seed: "" },
				title: <Message id="podium.drawLots" />,
				detail: <Message id={draw === null ? "podium.drawDetail" : "podium.drawAgainDetail"} />,
				submit: <Message id="podium.drawLots" />,
				done: t("podium.lotsDrawn"),
			},
		});
	return (
		<MenuTrigger>
			<TriggerButton className="button button-small list-more" aria-label={t("podium.moreListActs")}>
				<Icon icon={Ellipsis} size={18} />
			</TriggerButton>
			<Popover className="menu-popover" placement="bottom end">
				<Menu className="menu-list" aria-label={t("podium.moreListActs")}>
					{isOpen ? (
						<MenuItem className="menu-item" onAction={() => open({ kind: "announce", segmentId })}>
							<Message id="podium.announceClosing" />
						</MenuItem>
					) : (
						<MenuItem className="menu-item" onAction={() => open({ kind: "schedule", segmentId })}>
							<Message id="podium.scheduleList" />
						</MenuItem>
					)}
					<MenuItem className="menu-item" onAction={() => open({ kind: "limits", place })}>
						<Message id="podium.limits" />
					</MenuItem>
					{hasDraw && (
						<MenuItem className="menu-item" onAction={drawLots}>
							<Message id="podium.drawLots" />
						</MenuItem>
					)}
					<Separator className="menu-separator" />
					{segmentModes
						.filter((mode) => mode !== segment.mode)
						.map((mode) => (
							<MenuItem key={mode} className="menu-item" onAction={changeMode(mode)}>
								<Message id={modeWords[mode]} />
							</MenuItem>
						))}
				</Menu>
			</Popover>
		</MenuTrigger>
	);
}
