import { useMemo, useRef, useState } from "react";
import { currencies } from "../../../../shared/conference/currencies.ts";
import { useConference, useSelect } from "../../../conference/hooks.ts";
import { Message, useSpeech } from "../../../i18n/intl.tsx";
import { intlTag } from "../../../i18n/languages.ts";
import { Button } from "../../../ui/Button.tsx";
import { FormDialog } from "../../console/FormDialog.tsx";
import { useCommand } from "../../console/useCommand.ts";
import { hostTimeOf } from "../parts/hostTime.ts";
import { type RateRow, rateRows } from "./rateRows.ts";

/** What the currencies of pledges are worth in dollars, as the secretariat gives it: never fetched (PL21). */
export function RatesDialog({ onClose }: { onClose: () => void }) {
	const { locale, t } = useSpeech();
	const client = useConference();
	const { pledges, rates } = useSelect((state) => state.pledges);
	const timeZone = useSelect((state) => state.profile.timeZone);
	const rows = useMemo(() => rateRows(pledges.values(), rates), [pledges, rates]);
	const [currency, setCurrency] = useState("");
	const [dollars, setDollars] = useState("");
	const [day, setDay] = useState(() => hostTimeOf(client.clock.now(), timeZone).slice(0, 10));
	const [refusal, setRefusal] = useState<string>();
	const worth = useRef<HTMLInputElement>(null);
	const { run, busy } = useCommand();
	const names = useMemo(() => new Intl.DisplayNames(intlTag(locale), { type: "currency" }), [locale]);
	const give = async () => {
		const outcome = await run(
			{ type: "giveRate", currency, dollars: Number(dollars), day },
			{ quiet: true, done: { title: <Message id="deskrate.given" values={{ currency }} /> } },
		);
		setRefusal(outcome.status === "refused" ? outcome.words : undefined);
		if (outcome.status === "refused") return;
		/* It stays open: whoever gives one rate mostly gives several. */
		setCurrency((now) => (now === currency ? "" : now));
		setDollars((now) => (now === dollars ? "" : now));
	};
	const choose = (row: RateRow) => {
		setCurrency(row.currency);
		setDollars(row.rate === null ? "" : String(row.rate.dollars));
		worth.current?.focus();
	};
	return (
		<FormDialog
			wide
			title={<Message id="deskrate.title" />}
			submit={<Message id="deskrate.give" />}
			busy={busy}
			refusal={refusal}
			onSubmit={() => void give()}
			onClose={onClose}
		>
			<p className="block-note">
				<Message id="deskrate.note" />
			</p>
			{rows.length > 0 && <Rates rows={rows} names={names} onChoose={choose} />}
			<div className="field-row rate-fields">
				<label className="field">
					<Message id="pledgeform.currency" />
					<select
						className="input"
						required
						value={currency}
						onChange={(event) => setCurrency(event.target.value)}
					>
						<option value="">{t("pledgeform.choose")}</option>
						{[...currencies]
							.filter((code) => code !== "USD")
							.map((code) => (
								<option key={code} value={code}>
									{[code, names.of(code) ?? code].join(" · ")}
								</option>
							))}
					</select>
				</label>
				<label className="field">
					<Message id="deskrate.dollars" />
					<input
						ref={worth}
						className="input numeric"
						type="number"
						inputMode="decimal"
						required
						min={0.000001}
						max={1_000_000}
						step="any"
						value={dollars}
						onChange={(event) => setDollars(event.target.value)}
					/>
				</label>
				<label className="field">
					<Message id="deskrate.day" />
					<input
						className="input"
						type="date"
						required
						value={day}
						onChange={(event) => setDay(event.target.value)}
					/>
				</label>
			</div>
		</FormDialog>
	);
}

function Rates({
	rows,
	names,
	onChoose,
}: {
	rows: readonly RateRow[];
	names: Intl.DisplayNames;
	onChoose: (row: RateRow) => void;
}) {
	const { locale, t } = useSpeech();
	/* A won is worth less than a thousandth of a dollar. */
	const format = new Intl.NumberFormat(intlTag(locale), { maximumSignificantDigits: 6 });
	return (
		<ul className="rates" aria-label={t("deskrate.title")}>
			{rows.map((row) => {
				const { currency, rate, pledges } = row;
				return (
					<li key={currency}>
						<span>
							<b>
								<bdi dir="ltr">{currency}</bdi>
							</b>{" "}
							<bdi>{names.of(currency)}</bdi>
							<small>
								<Message id="deskrate.pledges" values={{ count: pledges }} />
							</small>
						</span>
						{rate === null ? (
							<b>
								<Message id="deskrate.missing" />
							</b>
						) : (
							<span className="numeric">
								<bdi dir="ltr">{format.format(rate.dollars)}</bdi>
								<small>
									<bdi dir="ltr">{rate.day}</bdi>
								</small>
							</span>
						)}
						<Button variant="quiet" small onClick={() => onChoose(row)}>
							<Message id={rate === null ? "deskrate.choose" : "deskrate.change"} />
							<span className="visually-hidden">
								<bdi>{names.of(currency)}</bdi>
							</span>
						</Button>
					</li>
				);
			})}
		</ul>
	);
}
