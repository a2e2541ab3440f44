import { useEffect, useState } from "react";
import { useConference } from "../../conference/hooks.ts";
import { readText } from "./textsApi.ts";

/** A stored text on its way to the screen. */
export type LoadedText =
	| { readonly status: "loading" | "missing" }
	| { readonly status: "read"; readonly text: string };

/** Reads a stored text; loading while there is none to read. `retry` asks again for one that could not be had. */
export function useText(fileId: string | undefined): LoadedText & { retry(): void } {
	const { conferenceId } = useConference();
	const [attempt, setAttempt] = useState(0);
	const [loaded, setLoaded] = useState<{ readonly fileId: string; readonly text: string | null }>();
	// biome-ignore lint/correctness/useExhaustiveDependencies: A new attempt reads the same file again.
	useEffect(() => {
		if (fileId === undefined) return undefined;
		let isWanted = true;
		void readText(conferenceId, fileId).then((text) => {
			if (isWanted) setLoaded({ fileId, text });
		});
		return () => {
			isWanted = false;
		};
	}, [conferenceId, fileId, attempt]);
	const retry = () => {
		setLoaded(undefined);
		setAttempt((count) => count + 1);
	};
	if (loaded === undefined || loaded.fileId !== fileId) return { status: "loading", retry };
	if (loaded.text === null) return { status: "missing", retry };
	return { status: "read", text: loaded.text, retry };
}
