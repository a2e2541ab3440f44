import "./styles/foundation.css";
import "./styles/console.css";
import "./styles/delegate.css";
import "./styles/podium.css";
import "./styles/pledgeDesk.css";
import { applyStoredTheme } from "./ui/theme.ts";

applyStoredTheme();
