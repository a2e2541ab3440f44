import { useSpeech } from "../../../../i18n/intl.tsx";
import { IconButton } from "../../../../ui/IconButton.tsx";
import { ArrowDown, ArrowUp, Plus, X } from "../../../../ui/icons.ts";

/** Things in a sequence that people put in order: each moves up or down, and may be left out where not all are needed. */
export function Sequence<Value extends string>({
	label,
	all,
	value,
	isWhole = false,
	wordOf,
	onChange,
}: {
	label: string;
	all: readonly Value[];
	value: readonly Value[];
	/** Every one belongs into it. */
	isWhole?: boolean | undefined;
	wordOf: (value: Value) => string;
	onChange: (value: readonly Value[]) => void;
}) {
	const { t } = useSpeech();
	const move = (from: number, to: number) => {
		const moved = value[from];
		if (moved !== undefined) onChange(value.toSpliced(from, 1).toSpliced(to, 0, moved));
	};
	return (
		<fieldset className="sequence" aria-label={label}>
			<ol>
				{value.map((each, index) => (
					<li key={each}>
						<span className="numeric dim">{index + 1}</span>
						<span>{wordOf(each)}</span>
						<IconButton
							small
							icon={ArrowUp}
							label={t("secretariat.moveUp", { what: wordOf(each) })}
							disabled={index === 0}
							onClick={() => move(index, index - 1)}
						/>
						<IconButton
							small
							icon={ArrowDown}
							label={t("secretariat.moveDown", { what: wordOf(each) })}
							disabled={index === value.length - 1}
							onClick={() => move(index, index + 1)}
						/>
						{!isWhole && (
							<IconButton
								small
								icon={X}
								label={t("secretariat.leaveOut", { what: wordOf(each) })}
								onClick={() => onChange(value.toSpliced(index, 1))}
							/>
						)}
					</li>
				))}
			</ol>
			{!isWhole && (
				<ul>
					{all
						.filter((each) => !value.includes(each))
						.map((each) => (
							<li key={each}>
								<span />
								<span className="dim">{wordOf(each)}</span>
								<IconButton
									small
									icon={Plus}
									label={t("secretariat.takeIn", { what: wordOf(each) })}
									onClick={() => onChange([...value, each])}
								/>
							</li>
						))}
				</ul>
			)}
		</fieldset>
	);
}
