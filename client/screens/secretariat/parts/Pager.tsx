import { Message } from "../../../i18n/intl.tsx";
import { Button } from "../../../ui/Button.tsx";

/** How many rows stand on a page: enough to look through, few enough to stay quick with thousands. */
export const pageSize = 50;

/** The foot of a table: what is shown, and the way to the pages before and after. */
export function Pager({
	children,
	page,
	pages,
	onPage,
}: {
	children: React.ReactNode;
	/** Counted from 0. */
	page: number;
	pages: number;
	onPage: (page: number) => void;
}) {
	return (
		<div className="table-foot">
			<span role="status">{children}</span>
			{pages > 1 && (
				<span className="desk-pager">
					{page > 0 && (
						<Button small variant="quiet" onClick={() => onPage(page - 1)}>
							<Message id="desk.previousPage" />
						</Button>
					)}
					<span>
						<Message id="desk.page" values={{ page: page + 1, pages }} />
					</span>
					{page < pages - 1 && (
						<Button small variant="quiet" onClick={() => onPage(page + 1)}>
							<Message id="desk.nextPage" />
						</Button>
					)}
				</span>
			)}
		</div>
	);
}
