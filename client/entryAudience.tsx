import "./styles/foundation.css";
import "./styles/audience.css";
import "./styles/plenaryScreen.css";
import { applyStoredTheme } from "./ui/theme.ts";

applyStoredTheme();
