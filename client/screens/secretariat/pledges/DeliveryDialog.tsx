import { useState } from "react";
import { deliveryStages, moneyStages, readinessLevels } from "../../../../shared/conference/pledge.ts";
import { Message, useSpeech } from "../../../i18n/intl.tsx";
import { useCommand } from "../../console/useCommand.ts";
import { ActDialog } from "../parts/ActDialog.tsx";
import { PledgeSummary } from "./PledgeSummary.tsx";
import type { PledgeRow } from "./pledgeRows.ts";

const percents = [25, 50, 75] as const;

/** How far delivery has come after the conference: its stage, readiness of units, payment of money (PL21). */
export function DeliveryDialog({ row, onClose }: { row: PledgeRow; onClose: () => void }) {
	const { t } = useSpeech();
	const { pledge } = row;
	const [stage, setStage] = useState<(typeof deliveryStages)[number]>(pledge.delivery?.stage ?? "planning");
	const [percent, setPercent] = useState<(typeof percents)[number]>(pledge.delivery?.percent ?? 25);
	const [readiness, setReadiness] = useState(pledge.delivery?.readiness ?? null);
	const [money, setMoney] = useState(pledge.delivery?.money ?? null);
	const { run } = useCommand();
	const report = async () => {
		const outcome = await run(
			{
				type: "reportDelivery",
				pledgeId: pledge.id,
				stage,
				percent: stage === "inProgress" ? percent : null,
				readiness,
				money,
			},
			{ quiet: true, done: { title: <Message id="deskact.reported" /> } },
		);
		return outcome.status === "refused" ? outcome : undefined;
	};
	return (
		<ActDialog
			title={<Message id="deskact.deliveryTitle" />}
			act={<Message id="deskact.reportAct" />}
			onAct={report}
			onClose={onClose}
		>
			<PledgeSummary row={row} />
			<div className="field-row field-row-even">
				<label className="field">
					<Message id="deskact.stage" />
					<select
						className="input"
						value={stage}
						onChange={(event) =>
							setStage(deliveryStages.find((each) => each === event.target.value) ?? "planning")
						}
					>
						{deliveryStages.map((each) => (
							<option key={each} value={each}>
								{t(`deliverystage.${each}`)}
							</option>
						))}
					</select>
				</label>
				{stage === "inProgress" && (
					<label className="field">
						<Message id="deskact.percent" />
						<select
							className="input numeric"
							value={percent}
							onChange={(event) =>
								setPercent(percents.find((each) => each === Number(event.target.value)) ?? 25)
							}
						>
							{percents.map((each) => (
								<option key={each} value={each}>
									{each}
								</option>
							))}
						</select>
					</label>
				)}
				<label className="field">
					<Message id="deskact.readiness" />
					<select
						className="input"
						value={readiness ?? ""}
						onChange={(event) =>
							setReadiness(readinessLevels.find((each) => each === event.target.value) ?? null)
						}
					>
						<option value="">{t("deskact.notReported")}</option>
						{readinessLevels.map((each) => (
							<option key={each} value={each}>
								{t(`readinesslevel.${each}`)}
							</option>
						))}
					</select>
				</label>
				{pledge.amount?.unit === "money" && (
					<label className="field">
						<Message id="deskact.money" />
						<select
							className="input"
							value={money ?? ""}
							onChange={(event) => setMoney(moneyStages.find((each) => each === event.target.value) ?? null)}
						>
							<option value="">{t("deskact.notReported")}</option>
							{moneyStages.map((each) => (
								<option key={each} value={each}>
									{t(`moneystage.${each}`)}
								</option>
							))}
						</select>
					</label>
				)}
			</div>
		</ActDialog>
	);
}
