import { type ReactNode, useState } from "react";
import { levels } from "../../../shared/conference/common.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { ConnectionBanner } from "../../ui/Banner.tsx";
import { Bars } from "../../ui/Bars.tsx";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { FloorButton, type FloorMoment } from "../../ui/FloorButton.tsx";
import { GapRow } from "../../ui/GapRow.tsx";
import { Hemicycle, SeatSample } from "../../ui/Hemicycle.tsx";
import { Check, Pause, Plus } from "../../ui/icons.ts";
import { KeyCap } from "../../ui/KeyCap.tsx";
import { KeyHints } from "../../ui/KeyHints.tsx";
import { LanguageLinks } from "../../ui/LanguageLinks.tsx";
import { Brand } from "../../ui/Mark.tsx";
import { EmptyPlate, Plate } from "../../ui/Plate.tsx";
import { ProgressLine } from "../../ui/ProgressLine.tsx";
import type { PlateClock } from "../../ui/plateMoment.ts";
import { RankBadge } from "../../ui/RankBadge.tsx";
import { Segmented } from "../../ui/Segmented.tsx";
import { SkeletonRows } from "../../ui/SkeletonRows.tsx";
import { Cells, Slot } from "../../ui/Slots.tsx";
import { Stamp } from "../../ui/Stamp.tsx";
import { StateDots } from "../../ui/StateDots.tsx";
import { Status } from "../../ui/Status.tsx";
import { Stepper } from "../../ui/Stepper.tsx";
import { Tag } from "../../ui/Tag.tsx";
import { ThemeSwitch } from "../../ui/ThemeSwitch.tsx";
import { Toast } from "../../ui/Toast.tsx";
import { UnitBar } from "../../ui/UnitBar.tsx";
import { board, lengths, seats, slots } from "./samples.ts";
import { texts } from "./sampleTexts.ts";

const limitMs = 240_000;
const clocks: readonly PlateClock[] = [
	{ remainingMs: 138_000, limitMs, moment: "running" },
	{ remainingMs: 24_000, limitMs, moment: "conclude" },
	{ remainingMs: -41_000, limitMs, moment: "over" },
	{ remainingMs: 138_000, limitMs, moment: "paused" },
	{ remainingMs: 54_000, limitMs, moment: "lastMinute" },
	{ remainingMs: 138_000, limitMs, moment: "running", about: true },
];
const full: PlateClock = { remainingMs: limitMs, limitMs, moment: "notStarted" };

const moments: readonly FloorMoment[] = [
	{ kind: "request", position: 8, at: "17:13" },
	{
		kind: "inList",
		position: 3,
		minutes: 8,
		at: "16:53",
		ahead: [
			{ id: "uy", flag: "uy", name: "Uruguay" },
			{ id: "gh", flag: "gh", name: "Ghana" },
		],
		me: { flag: "no" },
	},
	{ kind: "next", inAbout: "1:20", onReady: () => undefined },
	{ kind: "speaking", left: "2:36", yieldKey: "Y" },
	{ kind: "closed" },
	{ kind: "reconnecting", position: 3 },
];

function Section({ title, wide, children }: { title: string; wide?: "wide" | "full"; children: ReactNode }) {
	return (
		<section className={`gallery-section ${wide === undefined ? "" : `gallery-${wide}`}`}>
			<h2>{title}</h2>
			{children}
		</section>
	);
}

/** Every component in every state, for those who build the screens and for pictures to compare. */
export function Gallery({ page }: { page: string }) {
	return (
		<>
			{page === "screen" ? <BigPlate /> : <States />}
			<Stamp place="console" />
		</>
	);
}

function BigPlate() {
	const { t } = useSpeech();
	return (
		<div className="plenary-screen">
			<header className="screen-header">
				<Brand size={30} />
				<Stamp place="screen" />
				<span className="screen-clock">{"16:42"}</span>
			</header>
			<section className="screen-main">
				<Plate
					size="screen"
					name="Indonesia"
					flag="id"
					title="Vice-Minister for Foreign Affairs"
					clock={{ remainingMs: 138_000, limitMs, moment: "running" }}
				/>
			</section>
			<aside className="screen-side">
				<div className="screen-board">
					{board.map((row) => (
						<div key={row.id} className="screen-row">
							<span className="screen-row-name">{row.name}</span>
							<span className="screen-row-figure">
								<Message
									id="common.countOf"
									values={{ count: row.pledged, total: row.needed, b: (parts) => <b>{parts}</b> }}
								/>
							</span>
							<Cells
								states={row.slots.map((slot) => slot.state)}
								label={t("common.countOfUnits", { count: row.pledged, total: row.needed })}
							/>
						</div>
					))}
				</div>
			</aside>
		</div>
	);
}

function States() {
	const { t, locale } = useSpeech();
	const [dialog, setDialog] = useState(false);
	const [view, setView] = useState<"pledges" | "initiative">("pledges");
	return (
		<div className="gallery">
			<header>
				<h1>{texts.title}</h1>
				<span className="dim">{texts.lead}</span>
				<LanguageLinks languages={["ar", "en", "fr", "qps"]} current={locale} />
				<ThemeSwitch />
			</header>
			<Section title={texts.floorButton} wide="wide">
				<div className="gallery-pairs">
					{moments.map((moment) => (
						<FloorButton
							key={moment.kind}
							moment={moment}
							onRequest={() => undefined}
							onWithdraw={() => undefined}
						/>
					))}
				</div>
			</Section>
			<Section title={texts.clock}>
				<div className="gallery-stack">
					{clocks.map((clock) => (
						<Plate
							key={clock.moment + String(clock.about)}
							size="audience"
							name="Indonesia"
							flag="id"
							title="Vice-Minister"
							clock={clock}
						/>
					))}
				</div>
			</Section>
			<Section title={texts.names} wide="wide">
				<div className="gallery-pairs">
					<Plate
						flag="gb"
						name="United Kingdom of Great Britain and Northern Ireland"
						title="Minister for the Armed Forces"
						clock={full}
					/>
					<Plate flag="tz" name="United Republic of Tanzania" title="Permanent Representative" clock={full} />
					<Plate lang="ru" flag="kr" name="Республика Корея" title="Министр иностранных дел" clock={full} />
					<Plate lang="ar" flag="kr" name="جمهورية كوريا" title="وزير الخارجية" clock={full} />
					<Plate lang="zh" flag="kr" name="大韩民国" title="外交部长" clock={full} />
					<Plate
						monogram="AU"
						name="African Union"
						title="Commissioner for Political Affairs, Peace and Security"
						clock={full}
					/>
					<Plate size="compact" monogram="UNHCR" name="Office of the High Commissioner" />
					<EmptyPlate>
						<Message id="audience.nobodySpeaks" />
					</EmptyPlate>
				</div>
			</Section>
			<Section title={texts.slots}>
				<div className="slots-key gallery-slots">
					{slots("1 nl id* rw! zm+ it-").map((slot) => (
						<SlotLine key={slot.state} slot={slot} />
					))}
				</div>
				<div className="gallery-seats on-hall">
					<span>
						<SeatSample lit />
						<Message id="hall.keyPledged" />
					</span>
					<span>
						<SeatSample now="floor" />
						<Message id="hall.keyFloor" />
					</span>
					<span>
						<SeatSample />
						<Message id="hall.keyNotYet" />
					</span>
				</div>
			</Section>
			<Section title={texts.connection}>
				<div className="gallery-stack">
					<ConnectionBanner state={{ kind: "reconnecting", seconds: 4, onRetry: () => undefined }} />
					<ConnectionBanner state={{ kind: "offline", asOf: "16:41" }} />
					<ConnectionBanner state={{ kind: "lowBandwidth", onPicture: () => undefined }} />
					<ConnectionBanner state={{ kind: "back", seconds: 22, changes: 3 }} />
					<ConnectionBanner state={{ kind: "outdated", onReload: () => undefined }} />
				</div>
			</Section>
			<Section title={texts.empty}>
				<div className="gallery-stack">
					<EmptyState title={<Message id="audience.emptyPledges" />}>
						<Message
							id="audience.emptyPledgesNext"
							values={{
								session: t("common.session", { number: 1, title: "Sustaining Peace" }),
								time: "17:00",
								city: "Seoul",
							}}
						/>
					</EmptyState>
					<EmptyState title={<Message id="podium.emptyList" />}>
						<Message id="podium.emptyListNext" values={{ time: "17:00" }} />
					</EmptyState>
					<SkeletonRows />
				</div>
			</Section>
			<Section title={texts.controls}>
				<div className="gallery-flow">
					<Button variant="primary">{texts.call}</Button>
					<Button>{texts.pause}</Button>
					<Button variant="brass">{texts.announce}</Button>
					<Button variant="outlineRed">{texts.remove}</Button>
					<Button variant="red">{texts.interrupt}</Button>
					<Button variant="quiet">{texts.add}</Button>
					<Button icon={Pause} shortcut="Space">
						{texts.pause}
					</Button>
					<Button small icon={Plus} shortcut="+">
						{texts.add}
					</Button>
					<Button unavailable={texts.offReason}>{texts.off}</Button>
					<Button onClick={() => setDialog(true)}>{texts.dialog}</Button>
				</div>
				<div className="gallery-flow">
					<Tag>
						<Message id="pledge.draft" />
					</Tag>
					<Tag tone="blue">
						<Message id="pledge.announced" />
					</Tag>
					<Tag tone="green" icon={Check}>
						<Message id="pledge.confirmed" />
					</Tag>
					<Tag tone="brass">
						<Message id="audience.pledgeAnnounced" />
					</Tag>
					<Tag tone="red">
						<Message id="pledge.query" />
					</Tag>
					{levels.map((level) => (
						<RankBadge key={level} level={level} />
					))}
					<KeyCap>N</KeyCap>
					<KeyCap>Space</KeyCap>
				</div>
				<Toast
					title={<Message id="audience.pledgeAnnounced" />}
					emblem={{ flag: "id" }}
					action={<Button small>{texts.pause}</Button>}
				>
					{texts.hospital}
				</Toast>
			</Section>
			<Section title={texts.charts}>
				<div className="gallery-stack">
					<Bars
						limitMs={limitMs}
						label={t("podium.lengthSummary", { count: 13, over: 3, limit: "4:00" })}
						statements={lengths.map((seconds, index) => ({
							id: String(index),
							lengthMs: seconds * 1000,
							now: index === lengths.length - 1,
						}))}
					/>
					<UnitBar
						pledged={50}
						needed={76}
						fresh={1}
						label={t("common.countOfUnits", { count: 50, total: 76 })}
					/>
					<StateDots step="submitted" />
					<StateDots step="query" />
					<StateDots step="announced" />
					<StateDots step="confirmed" />
					<Stepper
						steps={[
							{
								id: "1",
								title: t("pledge.submitted"),
								details: ["6 Dec, 11:20", "Mission, New York"],
								state: "done",
							},
							{
								id: "2",
								title: t("pledge.announced"),
								details: [t("desk.fromTheFloor", { time: "16:41" })],
								state: "now",
							},
							{
								id: "3",
								title: t("pledge.confirmed"),
								details: [t("desk.noteDue"), "17 Dec"],
								state: "ahead",
							},
						]}
					/>
					<Status>
						<Message id="common.connected" />
					</Status>
				</div>
			</Section>
			<Section title={texts.console} wide="wide">
				<Plate
					size="console"
					name="Indonesia"
					flag="id"
					title="Vice-Minister for Foreign Affairs (VM), Bahasa Indonesia"
					clock={{ remainingMs: 138_000, limitMs, moment: "running" }}
				/>
				<KeyHints
					hints={[
						{ keys: ["N"], label: <Message id="podium.callNext" /> },
						{ keys: ["Space"], label: <Message id="podium.pause" /> },
						{ keys: ["J", "K"], label: <Message id="desk.move" /> },
					]}
					end={<Message id="desk.signed" />}
				/>
				<div className="hemicycle-light">
					<Hemicycle
						ground="light"
						seats={seats}
						label={t("hall.summaryPresent", { count: 41, total: 83 })}
					/>
				</div>
			</Section>
			<Section title={texts.page} wide="full">
				<ProgressLine
					parts={[
						{ id: "1", title: "Opening ceremony", detail: "7 Dec, 16:00", state: "done" },
						{
							id: "2",
							title: "Sustaining Peace",
							detail: t("audience.statements", { count: 19 }),
							state: "done",
						},
						{
							id: "3",
							title: "Partnership, Training and Capacity Building",
							detail: t("audience.statements", { count: 21 }),
							state: "done",
						},
						{
							id: "4",
							title: "Performance and Accountability",
							detail: t("audience.speakerOf", { count: 14, total: 21 }),
							state: "now",
							share: 0.66,
						},
						{
							id: "5",
							title: "Protection of Civilians, Safety and Security",
							detail: t("audience.today", { time: "18:00" }),
							state: "ahead",
						},
						{ id: "6", title: "Closing", detail: t("audience.today", { time: "20:30" }), state: "ahead" },
					]}
					current={t("audience.sessionLine", {
						session: "Performance and Accountability",
						count: 14,
						total: 21,
					})}
				/>
				<div className="audience-grid audience">
					<section>
						<div className="headline">
							<span className="headline-figure">{50}</span>
							<h1>
								<Message
									id="audience.headline"
									values={{ scope: "peacekeeping", needed: 76, missing: 26, em: (parts) => <em>{parts}</em> }}
								/>
							</h1>
						</div>
						<ul className="board">
							{board.map(({ id, ...row }) => (
								<GapRow key={id} {...row} />
							))}
						</ul>
					</section>
					<aside>
						<section className="hall-panel on-hall">
							<div className="hall-head">
								<h2>
									<Message id="audience.hall" />
								</h2>
								<Segmented
									label={t("audience.hallView")}
									value={view}
									onChange={setView}
									options={[
										{ value: "pledges", label: t("audience.viewPledges") },
										{ value: "initiative", label: t("audience.viewInitiative") },
									]}
								/>
							</div>
							<div className="hemicycle-wrap">
								<Hemicycle seats={seats} label={t("hall.summaryPledged", { count: 41, total: 83 })} />
								<div className="hemicycle-middle">
									<b>{41}</b>
									<span>
										<Message id="hall.ofPledged" values={{ total: 83 }} />
									</span>
								</div>
							</div>
							<div className="hall-key">
								<span>
									<i />
									<Message id="hall.keyPledged" />
								</span>
								<span>
									<i className="key-floor" />
									<Message id="hall.keyFloor" />
								</span>
								<span>
									<i className="key-none" />
									<Message id="hall.keyNotYet" />
								</span>
							</div>
							<Plate
								name="Indonesia"
								flag="id"
								title="Vice-Minister for Foreign Affairs"
								clock={{ remainingMs: 138_000, limitMs, moment: "running" }}
							/>
						</section>
					</aside>
				</div>
			</Section>
			{dialog && (
				<Dialog
					title={texts.off}
					onClose={() => setDialog(false)}
					actions={
						<>
							<Button onClick={() => setDialog(false)}>
								<Message id="common.cancel" />
							</Button>
							<Button variant="primary" onClick={() => setDialog(false)}>
								{texts.off}
							</Button>
						</>
					}
				>
					{texts.dialogBody}
				</Dialog>
			)}
		</div>
	);
}

function SlotLine({ slot }: { slot: ReturnType<typeof slots>[number] }) {
	const words = {
		gap: texts.needed,
		announced: texts.announced,
		new: texts.fresh,
		confirmed: texts.confirmed,
		beyond: texts.beyond,
		withdrawn: texts.withdrawn,
	};
	return (
		<>
			<Slot slot={slot} />
			<span>{words[slot.state]}</span>
		</>
	);
}
