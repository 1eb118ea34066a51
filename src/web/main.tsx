import './kit/fonts.css'
import './kit/mantine.css'
import './kit/tokens.css'
import './kit/base.css'
import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { queryClient } from './app/queries.ts'
import { router } from './app/router.tsx'
import { theme } from './kit/theme.ts'

const root = document.getElementById('root')
if (!root) throw new Error('the page has no place for the program')

// The tokens are a style sheet of our own: the content security policy lets no script write styles into the page.
createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} defaultColorScheme="auto" withCssVariables={false}>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
)
