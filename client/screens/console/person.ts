import { createContext, use } from "react";
import type { Boot } from "../../../shared/protocol/boot.ts";

const PersonContext = createContext<Boot["person"]>(null);

/** `<PersonProvider value={boot.person}>`: name and title of who is signed in, as the page was served. */
export const PersonProvider = PersonContext.Provider;

export function usePerson(): Boot["person"] {
	return use(PersonContext);
}
