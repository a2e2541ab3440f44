import { useState } from "react";

/** True once a value differs from the first one seen: what was there when the page came needs no entrance. */
export function useIsChanged(value: string): boolean {
	const [first] = useState(value);
	const [isChanged, setIsChanged] = useState(false);
	if (!isChanged && value !== first) setIsChanged(true);
	return isChanged || value !== first;
}
