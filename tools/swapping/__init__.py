"""The same texts with other names, places, numbers and days: what a program that learnt the world by heart would lose."""
