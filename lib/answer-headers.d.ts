type Header = { key: string; value: string }

export const answerHeaders: Header[]
export const frameHeaders: Header[]
export const keyHeaders: Header[]
export const answerPolicy: string
