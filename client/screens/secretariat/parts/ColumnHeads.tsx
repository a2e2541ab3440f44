import { Message } from "../../../i18n/intl.tsx";
import type { MessageId } from "../../../i18n/loadMessages.ts";

/** What stands above a column of a table. */
export interface ColumnHead {
	readonly word: MessageId;
	/** `cell-optional` leaves out where there is little room, `cell-end` aligns figures. */
	readonly className?: "cell-optional" | "cell-end";
	/** For readers of the screen only: a column of buttons that say it themselves. */
	readonly isHidden?: boolean;
}

/** The head of a table, column by column. */
export function ColumnHeads({ columns }: { columns: readonly ColumnHead[] }) {
	return (
		<thead>
			<tr>
				{columns.map(({ word, className, isHidden }) => (
					<th key={word} scope="col" className={className}>
						{isHidden ? (
							<span className="visually-hidden">
								<Message id={word} />
							</span>
						) : (
							<Message id={word} />
						)}
					</th>
				))}
			</tr>
		</thead>
	);
}
