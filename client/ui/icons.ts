/**
 * Every icon of the interface by name, each imported by itself so that a page carries only its own
 * (1.75 stroke, see `Icon`). Add a line here before using a new one.
 */

export { default as ArrowLeftRight } from "lucide-react/icons/arrow-left-right";
export { default as ArrowRight } from "lucide-react/icons/arrow-right";
export { default as Bell } from "lucide-react/icons/bell";
export { default as CalendarDays } from "lucide-react/icons/calendar-days";
export { default as ChartColumn } from "lucide-react/icons/chart-column";
export { default as Check } from "lucide-react/icons/check";
export { default as ChevronDown } from "lucide-react/icons/chevron-down";
export { default as CircleCheck } from "lucide-react/icons/circle-check";
export { default as Clock } from "lucide-react/icons/clock";
export { default as Copy } from "lucide-react/icons/copy";
export { default as Download } from "lucide-react/icons/download";
export { default as Ellipsis } from "lucide-react/icons/ellipsis";
export { default as EyeOff } from "lucide-react/icons/eye-off";
export { default as FileText } from "lucide-react/icons/file-text";
export { default as Files } from "lucide-react/icons/files";
export { default as Gauge } from "lucide-react/icons/gauge";
export { default as Gavel } from "lucide-react/icons/gavel";
export { default as GripVertical } from "lucide-react/icons/grip-vertical";
export { default as Hand } from "lucide-react/icons/hand";
export { default as Handshake } from "lucide-react/icons/handshake";
export { default as Languages } from "lucide-react/icons/languages";
export { default as LifeBuoy } from "lucide-react/icons/life-buoy";
export { default as List } from "lucide-react/icons/list";
export { default as ListFilter } from "lucide-react/icons/list-filter";
export { default as ListOrdered } from "lucide-react/icons/list-ordered";
export { default as Lock } from "lucide-react/icons/lock";
export { default as LockOpen } from "lucide-react/icons/lock-open";
export { default as LogOut } from "lucide-react/icons/log-out";
export { default as Megaphone } from "lucide-react/icons/megaphone";
export { default as MessageSquareText } from "lucide-react/icons/message-square-text";
export { default as Mic } from "lucide-react/icons/mic";
export { default as Moon } from "lucide-react/icons/moon";
export { default as OctagonAlert } from "lucide-react/icons/octagon-alert";
export { default as Pause } from "lucide-react/icons/pause";
export { default as Play } from "lucide-react/icons/play";
export { default as Plus } from "lucide-react/icons/plus";
export { default as Presentation } from "lucide-react/icons/presentation";
export { default as Quote } from "lucide-react/icons/quote";
export { default as Radio } from "lucide-react/icons/radio";
export { default as RefreshCw } from "lucide-react/icons/refresh-cw";
export { default as RotateCcw } from "lucide-react/icons/rotate-ccw";
export { default as Search } from "lucide-react/icons/search";
export { default as Sofa } from "lucide-react/icons/sofa";
export { default as Square } from "lucide-react/icons/square";
export { default as Stamp } from "lucide-react/icons/stamp";
export { default as Sun } from "lucide-react/icons/sun";
export { default as SunMoon } from "lucide-react/icons/sun-moon";
export { default as TriangleAlert } from "lucide-react/icons/triangle-alert";
export { default as UserRound } from "lucide-react/icons/user-round";
export { default as UserRoundX } from "lucide-react/icons/user-round-x";
export { default as WifiOff } from "lucide-react/icons/wifi-off";
export { default as X } from "lucide-react/icons/x";
