import { Component, type ErrorInfo, type ReactNode } from "react";
import { Notice } from "./Notice.tsx";

/** A fault of one screen: says so, keeps what was sent, and offers the page anew. A class, because React asks for one. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
	override readonly state = { failed: false };

	static getDerivedStateFromError(): { failed: boolean } {
		return { failed: true };
	}

	override componentDidCatch(error: Error, info: ErrorInfo): void {
		console.error(error, info.componentStack);
	}

	override render(): ReactNode {
		return this.state.failed ? <Notice kind="error" /> : this.props.children;
	}
}
