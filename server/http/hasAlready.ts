import type { Request } from "express";

/** Not Express' own `request.fresh`, which takes a reload's "no-cache" for a wish to have the same bytes again. */
export function hasAlready(request: Request, etag: string): boolean {
	return (
		request
			.get("if-none-match")
			?.split(",")
			.some((each) => each.trim() === etag) === true
	);
}
